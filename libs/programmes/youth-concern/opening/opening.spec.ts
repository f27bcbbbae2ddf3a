import { describe, expect, it } from '@jest/globals';
import { day, given } from '@sikkerby/kernel';
import { aCase, opening, opens, refuses, saidBy } from '../case/case-testing.js';
import type { CaseState } from '../case/case-state.js';
import { youthConcern } from '../youth-concern.js';

const nobodyYet = given<CaseState>(youthConcern);

describe('opening a case', () => {
  it('happens, with each concern type once', () => {
    const concernTypes = ['group', 'first-offence', 'group'] as const;
    const { events } = nobodyYet.when(opens({ concernTypes }));
    expect(saidBy(events)).toEqual([
      ['case-opened', { ...opening, concernTypes: ['first-offence', 'group'] }],
    ]);
  });

  it('keeps nothing else that came with the request', () => {
    const { events } = nobodyYet.when(opens({ person: { name: 'x' } } as object));
    expect(events[0]?.data).toEqual(opening);
  });

  it.each([
    [0, 'ssp'],
    [17, 'ssp'],
    [18, 'ssp-plus'],
    [25, 'ssp-plus'],
  ] as const)('at age %i is on the track %s', (ageAtOpening, track) => {
    expect(nobodyYet.when(opens({ ageAtOpening, track })).events).toHaveLength(1);
  });

  it.each([
    ['a-case-is-about-somebody-aged-25-at-most', { ageAtOpening: 26, track: 'ssp-plus' }],
    ['a-case-is-about-somebody-who-is-born', { ageAtOpening: -1 }],
    ['somebody-under-18-is-on-the-ssp-track', { ageAtOpening: 17, track: 'ssp-plus' }],
    ['somebody-aged-18-to-25-is-on-the-ssp-plus-track', { ageAtOpening: 18, track: 'ssp' }],
  ] as const)('%s', (rule, differently) => {
    expect(nobodyYet.when(opens(differently)).rejectedBy).toBe(rule);
  });

  it('nothing-is-recorded-before-it-happens', () => {
    const tomorrow = { ...opens(), today: day('2017-02-28') };
    expect(nobodyYet.when(tomorrow).rejectedBy).toBe('nothing-is-recorded-before-it-happens');
  });

  refuses(['a-case-is-recorded-once', [], opens()]);

  it('makes its district responsible', () => {
    expect(youthConcern.homeOf(aCase().state)).toEqual({
      district: 'noerrebro',
      alsoDistricts: [],
      assignedTo: undefined,
      referredTo: [],
    });
    expect(youthConcern.subjectOf(aCase().state)).toBe(opening.subject);
  });
});
