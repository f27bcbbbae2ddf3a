import { describe, expect, it } from '@jest/globals';
import {
  WrongRevision,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
} from '@sikkerby/event-store';
import {
  act,
  day,
  positionAfter,
  refuseUnless,
  type AnyDecider,
  type Asked,
  type RecordedEvent,
} from '@sikkerby/kernel';
import { PersonErased } from '@sikkerby/vault';
import { Decide } from './decide.command.js';
import { CommandPipeline } from './command-pipeline.js';
import { inEnvelopes } from './envelopes.js';
import type { Intent } from './intent.js';

/** Counts, to four or for ever. */
const decider = {
  programme: 'made-up',
  category: 'made_up',
  initialState: 0,
  evolve: { 'made-up.counted.v1': (count: number) => count + 1 },
  acts: {
    count: act(
      (count: number) => count,
      (count, { occurredOn }: Asked<object>) => {
        refuseUnless(count < 4, 'at-most-four-are-counted');
        return [{ type: 'made-up.counted.v1', occurredOn, data: {} }];
      },
    ),
    'count-on': act(
      (count: number) => count,
      (_, { occurredOn }: Asked<object>) => [{ type: 'made-up.counted.v1', occurredOn, data: {} }],
    ),
  },
} as const satisfies AnyDecider;

const today = day('2018-05-17');
const intentOf = (key: string): Intent => ({
  identity: { user: 'anna', role: 'admin', organisation: 'test', districts: [], glass: [] },
  key,
  expected: 'none',
  correlationId: 'test',
  today,
});
const count = (key: string) => new Decide(decider, 'unit', 'count', {}, intentOf(key));
const countOn = (key: string) => new Decide(decider, 'unit', 'count-on', {}, intentOf(key));

const counted = { type: 'made-up.counted.v1', occurredOn: today, data: {} };
const byAnother = (number: number) => inEnvelopes([counted], intentOf(`another ${String(number)}`));

/** A stream of which others have written something, and will so often write before us. */
function aStream({ start = 0, overtaken = 0 }: { start?: number; overtaken?: number }) {
  const log: RecordedEvent[] = [];
  const seen: { reads: number; expected: ExpectedRevision[] } = { reads: 0, expected: [] };
  const write = (events: readonly NewEvent[]) => {
    for (const event of events) {
      log.push({
        ...event,
        stream: 'made_up-unit',
        revision: log.length,
        position: positionAfter(log.length + 1),
        recordedAt: '2018-05-17T10:00:00.000000Z',
      });
    }
  };
  for (let number = 0; number < start; number += 1) write(byAnother(number));
  const store = {
    readStream() {
      seen.reads += 1;
      return Promise.resolve([...log]);
    },
    append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]) {
      seen.expected.push(expected);
      if (seen.expected.length <= overtaken) write(byAnother(log.length));
      const actual = log.length === 0 ? 'none' : log.length - 1;
      if (actual !== expected)
        return Promise.reject(new WrongRevision(stream, expected, undefined));
      write(events);
      const last = log.at(-1);
      if (!last) throw new Error('nothing was appended');
      const { revision, position, recordedAt } = last;
      return Promise.resolve({ revision, position, recordedAt, repeated: false });
    },
  };
  return { log, seen, store };
}

/** What is kept of texts and keys is not looked at here. */
function pipelineOn(
  store: Pick<EventStore, 'readStream' | 'append'>,
  put = () => Promise.resolve(),
): CommandPipeline {
  const personalData = { put, reference: () => ({ vault: '', digest: '' }) };
  const policies = { decide: () => refused, accessTo: () => 'closed' as const };
  return new CommandPipeline(store, personalData, { claim: () => Promise.resolve() }, policies);
}

const refused = { permitted: false, policies: [] };

describe('commands to one unit', () => {
  it('are each decided after those before them, and appended together', async () => {
    const { log, seen, store } = aStream({ start: 2 });
    const refusals = await pipelineOn(store).inTurn([count('a'), count('b'), count('c')]);
    expect(refusals.map((refusal) => refusal?.message)).toEqual([
      undefined,
      undefined,
      'at-most-four-are-counted',
    ]);
    expect(log).toHaveLength(4);
    expect(seen).toEqual({ reads: 1, expected: [1] });
  });

  it('that were done before are not done again, and not refused', async () => {
    const { log, store } = aStream({ start: 2 });
    await pipelineOn(store).inTurn([count('a'), count('b')]);
    expect(await pipelineOn(store).inTurn([count('a'), count('b')])).toEqual([
      undefined,
      undefined,
    ]);
    expect(log).toHaveLength(4);
  });

  it('are decided again on what is there where another came first', async () => {
    const { log, seen, store } = aStream({ start: 1, overtaken: 2 });
    const refusals = await pipelineOn(store).inTurn([count('a'), count('b')]);
    expect(refusals.map((refusal) => refusal?.message)).toEqual([
      undefined,
      'at-most-four-are-counted',
    ]);
    expect(log).toHaveLength(4);
    expect(seen).toEqual({ reads: 3, expected: [0, 1, 2] });
  });

  it('that begin it are decided without reading it, until another came first', async () => {
    const alone = aStream({});
    await pipelineOn(alone.store).inTurn([count('a')], { isNew: true });
    expect(alone.seen).toEqual({ reads: 0, expected: ['none'] });
    const overtaken = aStream({ overtaken: 1 });
    expect(await pipelineOn(overtaken.store).inTurn([count('a')], { isNew: true })).toEqual([
      undefined,
    ]);
    expect(overtaken.seen).toEqual({ reads: 1, expected: ['none', 0] });
  });

  it('are tried five times at most', async () => {
    const fourTimes = aStream({ overtaken: 4 });
    const once = await pipelineOn(fourTimes.store).inTurn([countOn('a')]);
    expect(once).toEqual([undefined]);
    const { seen, store } = aStream({ overtaken: 5 });
    await expect(pipelineOn(store).inTurn([countOn('a')])).rejects.toBeInstanceOf(WrongRevision);
    expect(seen).toEqual({ reads: 5, expected: ['none', 0, 1, 2, 3] });
  });

  it('of somebody who was erased are all refused', async () => {
    const { log, store } = aStream({});
    const erased = new PersonErased();
    const refusals = await pipelineOn(store, () => Promise.reject(erased)).inTurn([
      count('a'),
      count('b'),
    ]);
    expect(refusals).toEqual([erased, erased]);
    expect(log).toEqual([]);
  });
});
