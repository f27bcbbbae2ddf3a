import { describe, expect, it } from '@jest/globals';
import {
  aCase,
  coordinator,
  does,
  happensOnce,
  opens,
  refuses,
  saidBy,
  text,
} from '../case/case-testing.js';

const reason = 'goals-met';
const close = does('close', { reason });
const reopen = does('reopen', { reason: 'relapse' }, '2017-10-01');
const voidReopening = does('void-reopening', { reason: 'registered-in-error' }, '2017-10-05');
const openAction = [
  does('adopt-plan', { goals: text }),
  does('add-action', {
    actionId: 'aaaaaaaa-1111-4111-8111-111111111111',
    responsibleOrganisation: 'school',
    dueOn: '2017-05-01',
    description: text,
  }),
];
const transfer = does('request-transfer', { toDistrict: 'valby', toTeam: 'ssp-valby' });

describe('closing a case of level 1 or 2', () => {
  happensOnce([], close, ['case-closed', { reason }]);

  it('may happen on the day it opened', () => {
    const sameDay = does('close', { reason }, '2017-03-01');
    expect(aCase().when(sameDay).events).toHaveLength(1);
  });

  it('leaves an action open when it says why', () => {
    const why = { reason, unfinishedActionsBecause: 'continued-elsewhere' };
    const { events } = aCase(...openAction).when(does('close', why));
    expect(saidBy(events)).toEqual([['case-closed', why]]);
  });

  refuses(
    ['levels-3-and-4-close-with-four-eyes', [opens({ level: 3 })], close],
    ['a-case-closes-when-every-action-is-followed-up', openAction, close],
    ['a-case-closes-when-its-transfer-is-answered', [transfer], close],
    [
      'a-case-does-not-close-before-it-opened',
      [close, reopen],
      does('close', { reason }, '2017-09-30'),
    ],
    [
      'a-closing-day-is-corrected-and-not-closed-again',
      [close],
      does('close', { reason }, '2017-03-11'),
    ],
  );
});

describe('closing a case of level 3 or 4, with four eyes', () => {
  const serious = opens({ level: 3 });
  const ask = does('request-closing', { reason });
  const approve = does('approve-closing', {}, '2017-03-12', coordinator);
  const refuse = does('refuse-closing', {}, '2017-03-12', coordinator);
  const requestedBy = 'demo-caseworker';

  happensOnce([serious], ask, ['closing-requested', { reason, requestedBy }]);

  it('happens when another approves', () => {
    const { events } = aCase(serious, ask).when(approve);
    expect(saidBy(events)).toEqual([['case-closed', { reason }]]);
  });

  it.each(['approve-closing', 'refuse-closing'])('may be answered the same day: %s', (act) => {
    const answer = does(act, {}, '2017-03-10', coordinator);
    expect(aCase(serious, ask).when(answer).events).toHaveLength(1);
  });

  it('does not happen when another refuses', () => {
    expect(saidBy(aCase(serious, ask).when(refuse).events)).toEqual([['closing-refused', {}]]);
    expect(aCase(serious, ask, refuse).state).toEqual(aCase(serious).state);
  });

  const four = 'who-asks-for-a-closing-does-not-approve-it';
  const asked = 'a-closing-is-asked-for-before-it-is-answered';
  refuses(
    [four, [serious, ask], does('approve-closing', {}, '2017-03-12')],
    [four, [serious, ask], does('refuse-closing', {}, '2017-03-12')],
    [asked, [serious], approve],
    [asked, [serious, ask, refuse], refuse],
    [asked, [serious, ask], does('approve-closing', {}, '2017-03-09', coordinator)],
    [asked, [serious, ask], does('refuse-closing', {}, '2017-03-09', coordinator)],
    ['levels-1-and-2-close-without-being-asked-for', [], ask],
    ['a-case-closes-when-every-action-is-followed-up', [serious, ask, ...openAction], approve],
    ['a-case-closes-when-its-transfer-is-answered', [serious, ask, transfer], approve],
    ['a-closed-case-is-reopened-first', [serious, ask, approve], approve],
  );
});

describe('reopening a case', () => {
  happensOnce([close], reopen, ['case-reopened', { reason: 'relapse' }]);

  it('may happen on the day it closed', () => {
    const sameDay = does('reopen', { reason: 'closed-too-early' });
    expect(aCase(close).when(sameDay).events).toHaveLength(1);
  });

  it('is taken back alone: the case is closed again as it was', () => {
    const { events } = aCase(close, reopen).when(voidReopening);
    expect(events).toMatchObject([{ reason: 'registered-in-error', data: {} }]);
    expect(aCase(close, reopen, voidReopening).state).toEqual(aCase(close).state);
  });

  const closeAgain = does('close', { reason }, '2017-11-01');
  refuses(
    [
      'a-case-does-not-reopen-before-it-closed',
      [close],
      does('reopen', { reason: 'relapse' }, '2017-03-09'),
    ],
    ['a-case-is-closed-before-it-reopens', [], reopen],
    ['the-case-was-reopened', [], voidReopening],
    ['a-closed-case-is-reopened-first', [close, reopen, closeAgain], voidReopening],
  );
});
