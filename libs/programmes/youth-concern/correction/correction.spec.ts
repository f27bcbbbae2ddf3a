import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { aCase, does, happensOnce, refuses, saidBy } from '../case/case-testing.js';

const reason = 'mistyped';
const close = does('close', { reason: 'goals-met' }, '2017-05-01');
const reopen = does('reopen', { reason: 'relapse' }, '2017-10-01');

function correct(field: string, value: unknown, from?: string) {
  return does('correct', { field, value, reason, ...(from && { from }) }, '2017-12-01');
}

describe('correcting a case', () => {
  happensOnce([], correct('level', 3, '2017-03-05'), [
    'case-corrected',
    { field: 'level', value: 3, from: '2017-03-05' },
  ]);
  happensOnce([], correct('district', 'valby'), [
    'case-corrected',
    { field: 'district', value: 'valby', from: '2017-03-01' },
  ]);
  happensOnce([], correct('concernTypes', ['group', 'group']), [
    'case-corrected',
    { field: 'concernTypes', value: ['group'], from: '2017-03-01' },
  ]);
  happensOnce([], correct('gender', 'female'), [
    'case-corrected',
    { field: 'gender', value: 'female' },
  ]);
  happensOnce([], correct('ageAtOpening', 16), [
    'case-corrected',
    { field: 'ageAtOpening', value: 16 },
  ]);
  happensOnce(
    [],
    correct('ageAtOpening', 18),
    ['case-corrected', { field: 'ageAtOpening', value: 18 }],
    ['case-corrected', { field: 'track', value: 'ssp-plus' }],
  );

  it.each([
    ['openedOn', '2016-12-31', []],
    ['closedOn', '2017-04-30', [close]],
    ['closedOn', '2017-04-30', [close, reopen]],
    ['reopenedOn', '2017-10-02', [close, reopen]],
  ])('moves %s to %s', (field, value, before) => {
    const correction = correct(field, value);
    const { events } = aCase(...before).when(correction);
    expect(saidBy(events)).toEqual([['case-corrected', { field, value }]]);
    expect(aCase(...before, correction).when(correction).events).toEqual([]);
  });

  it('says why in the envelope', () => {
    expect(aCase().when(correct('level', 3)).events).toMatchObject([{ reason }]);
  });

  it('holds until the next day on which the value changed', () => {
    const raise = does('change-level', { level: 4 });
    expect(aCase(raise, correct('level', 3)).state).toMatchObject({ level: { value: 4 } });
    expect(aCase(raise, correct('level', 3, '2017-03-10')).state).toMatchObject({
      level: { value: 3 },
    });
  });

  it('lets work begin on the corrected opening day', () => {
    const note = does('change-level', { level: 1 }, '2017-02-20');
    expect(aCase(correct('openedOn', '2017-02-20')).when(note).events).toHaveLength(1);
  });

  it('takes what held from the opening on along when the opening moves', () => {
    const { state } = aCase(correct('openedOn', '2017-02-20'), correct('level', 4));
    expect(state).toMatchObject({ level: { value: 4, since: '2017-02-20' } });
  });

  const order = 'a-case-opens-closes-and-reopens-in-that-order';
  refuses(
    [order, [close], correct('openedOn', '2017-05-02')],
    [order, [close], correct('closedOn', '2017-02-28')],
    [order, [close, reopen], correct('closedOn', '2017-10-02')],
    [order, [close, reopen], correct('reopenedOn', '2017-04-30')],
    ['a-day-is-corrected-where-there-is-one', [], correct('closedOn', '2017-05-01')],
    ['a-day-is-corrected-where-there-is-one', [close], correct('reopenedOn', '2017-10-01')],
    ['nothing-is-recorded-before-it-happens', [], correct('openedOn', '2017-12-02')],
    ['nothing-is-recorded-before-it-happens', [], correct('level', 3, '2017-12-02')],
    [
      'nothing-is-recorded-before-it-happens',
      [],
      { ...correct('level', 3), today: day('2017-11-30') },
    ],
    ['nothing-happens-to-a-case-before-it-began', [], correct('level', 3, '2017-02-28')],
    ['a-case-is-about-somebody-aged-25-at-most', [], correct('ageAtOpening', 26)],
    ['a-void-case-is-reinstated-first', [does('void', { reason: 'test' })], correct('level', 3)],
  );
});
