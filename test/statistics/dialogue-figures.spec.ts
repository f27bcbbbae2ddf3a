import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyDecider } from '@sikkerby/kernel';
import { dialogueCourse } from '../../libs/programmes/dialogue/dialogue-course.js';
import { dialogueFacts, dialogueMeasures } from '../../libs/programmes/dialogue/dialogue.facts.js';
import { dialogueActivity, dialogueTraining } from '../../libs/programmes/dialogue/dialogue.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

interface Asking {
  readonly by?: string;
  readonly cut?: number;
}
const counted = (id: string, moves: readonly Move[], year: number, how?: Asking) =>
  ledger.counts(moves, dialogueFacts, only(dialogueMeasures, `dialogue.${id}`), year, how);

function held(
  unit: string,
  on: string,
  participants: number,
  { precision = 'counted', district = 'valby', decider = dialogueActivity as AnyDecider } = {},
): Move[] {
  return [
    [decider, unit, 'plan', '2017-06-01', { kind: 'debate', district, plannedOn: '2018-01-01' }],
    [decider, unit, 'hold', on, { participants, precision }],
  ];
}

describe('attendances at dialogue activities', () => {
  const value = async (moves: readonly Move[], year: number, how?: Asking) =>
    (await counted('attendances', moves, year, how)).value;

  it('vector 1: add up in the year in which the activity was held', async () => {
    const two = [...held('first', '2017-12-31', 40), ...held('second', '2018-01-01', 30)];
    expect([await value(two, 2017), await value(two, 2018)]).toEqual([40, 30]);
    expect(await value([...two, ...held('third', '2018-05-01', 25)], 2018)).toBe(55);
  });

  it('R15: keep how they are known, and the districts add up', async () => {
    const two = [
      ...held('first', '2018-02-01', 40, { precision: 'estimated' }),
      ...held('second', '2018-03-01', 31, { district: 'indre-by' }),
    ];
    const by = async (code: string) => (await counted('attendances', two, 2018, { by: code })).rows;
    expect(await by('precision')).toEqual({ counted: 31, estimated: 40 });
    expect(await by('district')).toEqual({ 'indre-by': 31, valby: 40 });
    expect(only(dialogueMeasures, 'dialogue.attendances').precision).toBe('about');
  });

  it('are not those of pupils, professionals, and what was planned or cancelled', async () => {
    const training = held('first', '2018-02-01', 12, { decider: dialogueTraining });
    const cancelled: Move[] = [
      ...held('second', '2018-02-01', 40).slice(0, 1),
      [dialogueActivity, 'second', 'cancel', '2018-02-01', {}],
    ];
    const planned = held('third', '2018-02-01', 40).slice(0, 1);
    const others = [...training, ...cancelled, ...planned, ...courseOf('fourth', '2018-02-01')];
    expect(await value(others, 2018)).toBe(0);
    expect((await counted('training-attendances', others, 2018)).value).toBe(12);
  });

  it('R5, R8 and R9: a void, its undoing and a correction change the figure, not the old cut', async () => {
    const once = held('first', '2018-01-02', 40);
    const act = (name: string, data: object): Move => [
      dialogueActivity,
      'first',
      name,
      '2018-06-01',
      data,
    ];
    const voided = [...once, act('void', { reason: 'test' })];
    expect([await value(voided, 2018), await value(voided, 2018, { cut: 2 })]).toEqual([0, 40]);
    expect(await value([...voided, act('reinstate', {})], 2018)).toBe(40);
    const right = { field: 'heldOn', value: '2017-12-30', reason: 'mistyped' };
    const moved = [...once, act('correct', right)];
    expect([await value(moved, 2017), await value(moved, 2018)]).toEqual([40, 0]);
    const more = [...once, act('correct', { ...right, field: 'participants', value: 44 })];
    expect([await value(more, 2018), await value(more, 2018, { cut: 2 })]).toEqual([44, 40]);
  });
});

function courseOf(unit: string, ...sessions: readonly string[]): Move[] {
  const asked = { school: 'skole-3', grade: 8, district: 'valby', pupils: 23 };
  return [
    [dialogueCourse, unit, 'plan', '2017-06-01', asked],
    ...sessions.map((on): Move => [dialogueCourse, unit, 'hold-session', on]),
  ];
}

describe('pupils in courses on citizenship', () => {
  const value = async (moves: readonly Move[], year: number) =>
    (await counted('pupils', moves, year)).value;

  it('count once, in the year of the first session, in whatever order it was told', async () => {
    const overNewYear = courseOf('first', '2018-01-15', '2017-12-15', '2018-01-22');
    expect([await value(overNewYear, 2017), await value(overNewYear, 2018)]).toEqual([23, 0]);
  });

  it('count once for each course of a class, and not before a session', async () => {
    const two = [...courseOf('first', '2018-02-01'), ...courseOf('second', '2018-09-01')];
    expect(await value(two, 2018)).toBe(46);
    expect(await value(courseOf('first'), 2017)).toBe(0);
  });

  it('vector 7: move with a first session that moves across New Year', async () => {
    const right = { field: 'sessions', value: ['2017-12-20'], reason: 'mistyped' };
    const moved: Move[] = [
      ...courseOf('first', '2018-01-03'),
      [dialogueCourse, 'first', 'correct', '2018-02-01', right],
    ];
    expect([await value(moved, 2017), await value(moved, 2018)]).toEqual([23, 0]);
  });
});
