import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { aCase, does, happensOnce, refuses, text } from '../case/case-testing.js';
import { youthConcern } from '../youth-concern.js';

const close = does('close', { reason: 'goals-met' });
const raise = does('change-level', { level: 3 });
const group = does('change-concern-types', { concernTypes: ['group', 'first-offence'] });
const assign = does('assign', { caseworker: 'demo-caseworker', team: 'ssp-valby' });
const note = does('add-note', { text });

describe('assessing a case', () => {
  happensOnce([], raise, ['level-changed', { level: 3 }]);
  happensOnce([], group, ['concern-types-changed', { concernTypes: ['first-offence', 'group'] }]);
  happensOnce([], assign, ['case-assigned', { caseworker: 'demo-caseworker', team: 'ssp-valby' }]);

  it('knows a set of concern types in any order', () => {
    const again = does('change-concern-types', { concernTypes: ['group', 'first-offence'].sort() });
    expect(aCase(group).when(again).events).toEqual([]);
  });

  it('takes every note, also the same one again and in a closed case', () => {
    expect(aCase(note).when(note).events).toMatchObject([{ data: { text } }]);
    expect(aCase(close).when(note).events).toHaveLength(1);
  });

  it('lets the assigned caseworker in', () => {
    expect(youthConcern.homeOf(aCase(assign).state)?.assignedTo).toBe('demo-caseworker');
  });

  it('records late what happened earlier, without touching what came after', () => {
    const earlier = does('change-level', { level: 4 }, '2017-03-05');
    expect(aCase(raise).when(earlier).events).toHaveLength(1);
    expect(aCase(raise, earlier).state).toMatchObject({
      level: { value: 3, since: '2017-03-10' },
    });
  });

  refuses(
    ['nothing-is-recorded-before-it-happens', [], { ...raise, today: day('2017-03-09') }],
    [
      'nothing-happens-to-a-case-before-it-began',
      [],
      does('change-level', { level: 1 }, '2017-02-28'),
    ],
    ['a-closed-case-is-reopened-first', [close], raise],
    ['a-closed-case-is-reopened-first', [close], group],
    ['a-closed-case-is-reopened-first', [close], assign],
  );
});
