import { describe, expect, it } from '@jest/globals';
import { live } from '@sikkerby/case-kit';
import { outcome, stateAfter, type Tried } from '@sikkerby/case-kit/testing';
import { fundedEffort, nextDueOn } from './effort.js';
import { shareOf } from './share.js';

const finance = (principles: string[] = ['gangs'], on = '2018-03-01'): Tried => [
  ...(['finance', on, { effort: 'exit', organisation: 'social-services', principles }] as const),
];
const followUp = (year: number, effect = 'positive', on = '2020-02-01'): Tried => [
  ...(['follow-up', on, { year, effect, method: 'registers' }] as const),
];
const reviseTo = (effect: string, year = 2018): Tried => [
  ...(['revise-follow-up', '2020-03-01'] as const),
  { year, effect, method: 'registers', reason: 'mistyped' },
];
const change = (...principles: string[]): Tried => [
  'change-principles',
  '2019-12-01',
  { principles },
];
const end = (on: string): Tried => ['end', on, { reason: 'grant-ran-out' }];

const after = (...acts: Tried[]) => live(fundedEffort, stateAfter(fundedEffort, ...acts));

describe('a funded effort', () => {
  it.each<[string, ...Tried[]]>([
    ['an-effort-is-recorded-first', followUp(2018)],
    ['an-effort-is-recorded-once', finance(), finance()],
    [
      'a-principle-is-supported-from-the-day-on-which-it-is-one',
      finance(['extremism'], '2019-10-30'),
    ],
    ['a-year-is-followed-up-in-which-the-effort-was-financed', finance(), followUp(2017)],
    [
      'a-year-is-followed-up-in-which-the-effort-was-financed',
      ...[finance(), end('2018-12-31'), followUp(2019)],
    ],
    ['a-year-is-followed-up-once-it-has-begun', finance(), followUp(2021)],
    ['a-follow-up-is-revised-with-a-reason', finance(), followUp(2018), followUp(2018, 'none')],
    ['a-year-is-followed-up-before-that-is-revised', finance(), reviseTo('none')],
    [
      'an-end-is-withdrawn-before-there-is-another',
      finance(),
      end('2019-01-01'),
      end('2019-01-02'),
    ],
    [
      'an-effort-does-not-end-before-a-year-that-was-followed-up',
      ...[finance(), followUp(2019), end('2018-12-31')],
    ],
    ['nothing-happens-to-an-effort-before-it-began', finance(), end('2018-02-28')],
  ])('%s', (rule, ...acts) => {
    expect(outcome(fundedEffort, ...acts)).toBe(rule);
  });

  it.each<[...Tried[]]>([
    [finance(), followUp(2018)],
    [finance(), followUp(2018), reviseTo('none')],
    [finance(), end('2018-12-31')],
    [finance(), end('2018-12-31'), ['withdraw-end', '2019-01-01', { reason: 'mistyped' }]],
    [finance(), change('gangs', 'local-areas')],
  ])('does each thing once: %#', (...acts) => {
    expect(outcome(fundedEffort, ...acts)).toHaveLength(1);
    expect(outcome(fundedEffort, ...acts, acts.at(-1) ?? finance())).toEqual([]);
  });

  it.each([
    [['collaboration', 'gangs'], 1],
    [['collaboration', 'gangs', 'local-areas'], 0],
    [['collaboration', 'gangs', 'extremism'], 1],
  ])('is financed with %j, with so many warnings: %d', (principles, warnings) => {
    expect(after(finance(principles, '2019-10-31')).warnings).toHaveLength(warnings);
  });

  it('is warned of no longer once it supports three', () => {
    const state = after(finance(), change('local-areas', 'gangs', 'collaboration'));
    expect(state).toMatchObject({
      warnings: [],
      principles: ['collaboration', 'gangs', 'local-areas'],
    });
    expect(
      after(finance(['gangs', 'collaboration', 'local-areas']), change('gangs')).warnings,
    ).toEqual(['fewer-than-three-of-the-five-principles']);
  });

  it('is due on the last day of the first year that was not followed up', () => {
    expect(nextDueOn(after(finance()))).toBe('2018-12-31');
    expect(nextDueOn(after(finance(), followUp(2018)))).toBe('2019-12-31');
    expect(nextDueOn(after(finance(), followUp(2019)))).toBe('2018-12-31');
    const over = [finance(), followUp(2018), end('2019-06-30')];
    expect(nextDueOn(after(...over))).toBe('2019-12-31');
    expect(nextDueOn(after(...over, followUp(2019)))).toBeUndefined();
  });
});

describe('the share that was followed up', () => {
  it.each([
    [2, 3, '66.7'],
    [1, 3, '33.3'],
    [3, 3, '100.0'],
    [0, 4, '0.0'],
    [1, 8, '12.5'],
  ])('is of %d of %d: %s', (followedUp, due, share) => {
    expect(shareOf(followedUp, due)).toBe(share);
  });

  it('is none where nothing was due', () => {
    expect(shareOf(0, 0)).toBeUndefined();
  });
});
