import { describe, expect, it } from '@jest/globals';
import { aCase, does, happensOnce, refuses, text } from '../case/case-testing.js';

const actionId = 'aaaaaaaa-1111-4111-8111-111111111111';
const action = {
  actionId,
  responsibleOrganisation: 'social-services',
  dueOn: '2017-04-10',
  description: text,
};
const adopt = does('adopt-plan', { goals: text });
const add = does('add-action', action);
const move = does('move-action-due-day', { actionId, dueOn: '2017-05-01' });
const complete = does('complete-action', { actionId, outcome: 'achieved' });
const cancel = does('cancel-action', { actionId, reason: 'no-longer-relevant' });

describe('the coordinated plan', () => {
  it('is adopted, and adopted anew with other goals', () => {
    expect(aCase(adopt).when(adopt).events).toMatchObject([{ data: { goals: text } }]);
  });

  happensOnce([adopt], add, ['action-added', action]);
  happensOnce([adopt, add], move, ['action-due-day-moved', { actionId, dueOn: '2017-05-01' }]);
  happensOnce([adopt, add], complete, ['action-completed', { actionId, outcome: 'achieved' }]);
  happensOnce([adopt, add], cancel, [
    'action-cancelled',
    { actionId, reason: 'no-longer-relevant' },
  ]);

  it('may be due on the very day', () => {
    const today = does('add-action', { ...action, dueOn: '2017-03-10' });
    expect(aCase(adopt).when(today).events).toHaveLength(1);
    const moved = does('move-action-due-day', { actionId, dueOn: '2017-03-10' });
    expect(aCase(adopt, add).when(moved).events).toHaveLength(1);
  });

  refuses(
    ['actions-belong-to-a-plan', [], add],
    ['actions-belong-to-a-plan', [], complete],
    ['the-action-is-in-the-plan', [adopt], move],
    ['the-action-is-in-the-plan', [adopt], complete],
    ['the-action-is-in-the-plan', [adopt], cancel],
    [
      'an-action-is-added-once',
      [adopt, add],
      does('add-action', { ...action, dueOn: '2017-06-01' }),
    ],
    [
      'an-action-is-not-due-before-it-is-agreed',
      [adopt],
      does('add-action', { ...action, dueOn: '2017-03-09' }),
    ],
    [
      'an-action-is-not-due-before-it-is-agreed',
      [adopt, add],
      does('move-action-due-day', { actionId, dueOn: '2017-03-09' }),
    ],
    ['an-action-is-followed-up-once', [adopt, add, complete], cancel],
    ['an-action-is-followed-up-once', [adopt, add, cancel], complete],
    ['an-action-is-followed-up-once', [adopt, add, cancel], move],
    [
      'an-action-is-followed-up-once',
      [adopt, add, complete],
      does('complete-action', { actionId, outcome: 'not-achieved' }),
    ],
    ['a-closed-case-is-reopened-first', [adopt, does('close', { reason: 'goals-met' })], add],
  );
});
