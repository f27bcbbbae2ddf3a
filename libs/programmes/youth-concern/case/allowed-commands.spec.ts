import { describe, expect, it } from '@jest/globals';
import { allowedCommands, day, fold, type DomainEvent } from '@sikkerby/kernel';
import { aCase, caseworker, coordinator, does, opening, opens, text } from './case-testing.js';
import { youthConcernReport, type ReportState } from '../concern-report/concern-report.js';
import { youthConcern } from '../youth-concern.js';

function allowed(state: ReturnType<typeof aCase>['state'], actor = caseworker) {
  return allowedCommands(youthConcern, state, actor)
    .filter((one) => one.allowed)
    .map(({ command }) => command);
}
function because(state: ReturnType<typeof aCase>['state'], command: string, actor = caseworker) {
  return allowedCommands(youthConcern, state, actor).find((one) => one.command === command)
    ?.because;
}

const assessing = ['change-level', 'change-concern-types', 'assign', 'add-note'];
const forum = ['put-on-agenda', 'take-off-agenda', 'record-forum-decision'];
const sharing = ['refer', 'end-referral', 'request-transfer'];
const close = does('close', { reason: 'goals-met' });
const ask = does('request-closing', { reason: 'goals-met' });

describe('what is allowed in a case now', () => {
  it('names every command once', () => {
    const named = allowedCommands(youthConcern, youthConcern.initialState, caseworker).map(
      ({ command }) => command,
    );
    expect(named).toEqual(Object.keys(youthConcern.acts));
  });

  it('before it opens: only that', () => {
    expect(allowed(youthConcern.initialState)).toEqual(['open-case']);
    expect(because(youthConcern.initialState, 'close')).toBe('a-case-is-recorded-first');
  });

  it('while it is open', () => {
    const always = ['move-to-ssp-plus', 'correct', 'void', 'merge-into'];
    const work = [...assessing, 'adopt-plan', ...forum, ...sharing];
    expect(allowed(aCase().state)).toEqual([...work, 'close', ...always]);
    expect(because(aCase().state, 'add-action')).toBe('actions-belong-to-a-plan');
    expect(because(aCase().state, 'reopen')).toBe('it-is-so-already');
  });

  it('with a plan: actions too', () => {
    const withPlan = aCase(does('adopt-plan', { goals: text })).state;
    expect(allowed(withPlan)).toEqual(expect.arrayContaining(['add-action', 'complete-action']));
  });

  it('with a pending transfer: its answers, and no other transfer', () => {
    const { state } = aCase(does('request-transfer', { toDistrict: 'valby', toTeam: 'ssp-valby' }));
    expect(allowed(state)).toEqual(
      expect.arrayContaining(['accept-transfer', 'reject-transfer', 'withdraw-transfer']),
    );
    expect(because(state, 'request-transfer')).toBe('it-is-so-already');
  });

  it('when its closing was asked for: the answer is for another', () => {
    const { state } = aCase(opens({ level: 4 }), ask);
    expect(because(state, 'approve-closing')).toBe('who-asks-for-a-closing-does-not-approve-it');
    expect(allowed(state, coordinator)).toEqual(
      expect.arrayContaining(['approve-closing', 'refuse-closing']),
    );
    expect(because(state, 'close')).toBe('levels-3-and-4-close-with-four-eyes');
  });

  it('when it is closed', () => {
    expect(allowed(aCase(close).state)).toEqual([
      'add-note',
      'take-off-agenda',
      'record-forum-decision',
      'reopen',
      'correct',
      'void',
      'merge-into',
    ]);
    expect(because(aCase(close).state, 'close')).toBe('it-is-so-already');
  });

  it('when it is void or merged: only the way back', () => {
    const survivorIs = { status: 'open', subject: opening.subject, itself: false };
    const merge = does('merge-into', { survivor: 'another', survivorIs });
    expect(allowed(aCase(does('void', { reason: 'test' })).state)).toEqual(['reinstate']);
    expect(allowed(aCase(merge).state)).toEqual(['unmerge']);
  });
});

describe('what is allowed with a concern report now', () => {
  const allowedWith = (...history: DomainEvent[]) =>
    allowedCommands<ReportState>(
      youthConcernReport,
      fold<ReportState>(youthConcernReport, youthConcernReport.initialState, history),
      caseworker,
    )
      .filter((one) => one.allowed)
      .map(({ command }) => command);
  const happened = (what: string, data: object = {}) => ({
    type: `youth-concern.concern-report-${what}.v1`,
    occurredOn: day('2017-03-01'),
    data,
  });

  it('screening and voiding, and when it is void the way back', () => {
    const received = happened('received', { source: 'school' });
    expect(allowedWith(received)).toEqual(['screen-concern-report', 'void-concern-report']);
    expect(allowedWith(received, happened('voided'))).toEqual(['reinstate-concern-report']);
  });
});
