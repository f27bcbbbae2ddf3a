import { describe, expect, it } from '@jest/globals';
import { WrongRevision } from '@sikkerby/event-store';
import { day, positionAfter, recorded, type Decider } from '@sikkerby/kernel';
import { atAnyRevision } from './at-any-revision.js';
import { Decisions } from './decisions.js';
import type { Intent } from './intent.js';
import { Receipt } from './receipt.answers.js';
import { StaleRevision } from './refusals.js';

const decider: Decider<number> = {
  programme: 'made-up',
  category: 'made_up',
  initialState: 0,
  evolve: { 'made-up.happened.v1': (count: number) => count + 1 },
  acts: {},
};

const intent: Intent = {
  identity: { user: 'anna', role: 'admin', organisation: 'test', districts: [], glass: [] },
  key: 'key',
  expected: 'none',
  correlationId: 'test',
  today: day('2018-05-17'),
};

const receiptOf = (revision: number): Receipt =>
  Object.assign(new Receipt(), {
    id: 'unit',
    revision,
    position: '000000000001',
    recordedAt: '2018-05-17T10:00:00.000000Z',
  });

const happened = (revision: number) =>
  recorded({ revision, position: positionAfter(revision + 1) });

/** Gives a command while others write; which revisions it expected, and what came of it. */
async function givenWhileOthersWrite(start: number, times: number, overtaken: Error) {
  const log = Array.from({ length: start }, (_, revision) => happened(revision));
  const store = { readStream: () => Promise.resolve([...log]) };
  const expected: Intent['expected'][] = [];
  const given = atAnyRevision(new Decisions(store), decider, 'unit', intent, (now) => {
    expect(now).toEqual({ ...intent, expected: now.expected });
    expected.push(now.expected);
    if (expected.length > times) return Promise.resolve(receiptOf(log.length));
    log.push(happened(log.length));
    return Promise.reject(overtaken);
  });
  const [outcome] = await Promise.allSettled([given]);
  return { expected, outcome };
}

const overtaken: [string, Error][] = [
  ['before it is decided', new StaleRevision(1, [])],
  ['before it is written', new WrongRevision('made_up-unit', 0, 1)],
];

describe('a command to a stream at whatever revision', () => {
  it.each(overtaken)('is given again where another came first, %s', async (_, error) => {
    expect(await givenWhileOthersWrite(3, 1, error)).toEqual({
      expected: [2, 3],
      outcome: { status: 'fulfilled', value: receiptOf(4) },
    });
  });

  it('may be the first, and then not', async () => {
    const { expected } = await givenWhileOthersWrite(0, 1, new StaleRevision(0, []));
    expect(expected).toEqual(['none', 0]);
  });

  it('is given five times at most', async () => {
    const error = new StaleRevision(1, []);
    const fifth = await givenWhileOthersWrite(1, 4, error);
    expect(fifth.outcome.status).toBe('fulfilled');
    expect(await givenWhileOthersWrite(1, 5, error)).toEqual({
      expected: [0, 1, 2, 3, 4],
      outcome: { status: 'rejected', reason: error },
    });
  });

  it('is not given again where anything else went wrong', async () => {
    const error = new Error('the disk is full');
    expect(await givenWhileOthersWrite(1, 1, error)).toEqual({
      expected: [0],
      outcome: { status: 'rejected', reason: error },
    });
  });
});
