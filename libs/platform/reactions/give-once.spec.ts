import { describe, expect, it } from '@jest/globals';
import { Receipt, StaleRevision, type Decide } from '@sikkerby/commands';
import { WrongRevision } from '@sikkerby/event-store';
import { day, recorded, Rejection, type AnyDecider } from '@sikkerby/kernel';
import { giveOnce, reactor } from './give-once.js';

const decider: AnyDecider = {
  programme: 'made-up',
  category: 'made_up',
  initialState: undefined,
  evolve: {},
  acts: {},
};
const command = { decider, id: 'unit', act: 'act', body: { said: true }, for: 'what it is for' };
const today = day('2018-05-17');

/** A unit at a revision, to which a command fails so often while others write to it. */
async function given(start: number | undefined, failures: number, failure: Error) {
  const revisions = Array.from({ length: (start ?? -1) + 1 }, (_, revision) => revision);
  const asked: unknown[] = [];
  const commands: Decide[] = [];
  const store = {
    readStream(stream: string, options: object) {
      asked.push([stream, options]);
      return Promise.resolve(revisions.slice(-1).map((revision) => recorded({ revision })));
    },
  };
  const pipeline = {
    execute(decide: Decide) {
      commands.push(decide);
      if (commands.length > failures) return Promise.resolve(new Receipt());
      revisions.push(revisions.length);
      return Promise.reject(failure);
    },
  };
  const giver = { store, pipeline };
  const [outcome] = await Promise.allSettled([
    giveOnce('a reaction', command, today, giver, 'the cause'),
  ]);
  expect(asked).toEqual(commands.map(() => ['made_up-unit', { backwards: true, limit: 1 }]));
  return { outcome, commands, expected: commands.map(({ intent }) => intent.expected) };
}

const stale = new StaleRevision(1, []);

describe('the command of a reaction', () => {
  it('is given as a reaction, under the same key each time', async () => {
    const { commands } = await given(2, 1, stale);
    const [first, second] = commands;
    expect(first).toMatchObject({ decider, id: 'unit', type: 'act', body: command.body });
    expect(first?.intent).toMatchObject({
      identity: reactor,
      key: 'a reaction what it is for',
      causationId: 'the cause',
      today,
    });
    expect(second?.intent).toEqual({ ...first?.intent, expected: 3 });
  });

  it.each<[string, Error]>([
    ['before it is decided', stale],
    ['before it is written', new WrongRevision('made_up-unit', 2, 3)],
  ])('is given again where another came first, %s', async (_, failure) => {
    const { outcome, expected } = await given(2, 2, failure);
    expect(outcome).toEqual({ status: 'fulfilled', value: undefined });
    expect(expected).toEqual([2, 3, 4]);
  });

  it('may be the first to its unit, and then not', async () => {
    expect((await given(undefined, 1, stale)).expected).toEqual(['none', 0]);
  });

  it('is given ten times at most', async () => {
    expect((await given(0, 9, stale)).outcome.status).toBe('fulfilled');
    const { outcome, expected } = await given(0, 10, stale);
    expect(outcome).toEqual({ status: 'rejected', reason: stale });
    expect(expected).toHaveLength(10);
  });

  it('is answered by the rule that refuses it', async () => {
    const { outcome, expected } = await given(0, 1, new Rejection('a-rule'));
    expect(outcome).toEqual({ status: 'fulfilled', value: 'a-rule' });
    expect(expected).toHaveLength(1);
  });

  it('is not given again where anything else went wrong', async () => {
    const failure = new Error('the disk is full');
    const { outcome, expected } = await given(0, 1, failure);
    expect(outcome).toEqual({ status: 'rejected', reason: failure });
    expect(expected).toHaveLength(1);
  });
});
