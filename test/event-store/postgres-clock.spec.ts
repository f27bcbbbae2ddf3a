import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PostgresEventStore } from '@sikkerby/event-store';
import { events, newStream, registry } from './contract/events.js';
import { postgresTarget, type PostgresTarget } from './contract/postgres-target.js';

let target: PostgresTarget;
let store: PostgresEventStore;

beforeAll(async () => {
  target = await postgresTarget();
  store = target.open(registry);
});
afterAll(() => target.close());

/** The moment of the last event, once it is an hour after what the clock says. */
async function clockSetBack(): Promise<string> {
  await store.append(newStream(), 'none', events(1));
  await target
    .connect()
    .query(`UPDATE event_store.head SET recorded_at = clock_timestamp() + interval '1 hour'`);
  return (await store.head()).recordedAt ?? '';
}

test('a clock that was set back: no event was recorded before the one before it', async () => {
  const last = await clockSetBack();
  const stream = newStream();
  const first = await store.append(stream, 'none', events(2));
  const second = await store.append(stream, first.revision, events(1));
  expect([first.recordedAt, second.recordedAt]).toEqual([last, last]);
  const recorded = await store.readStream(stream);
  expect(recorded.map(({ recordedAt }) => recordedAt)).toEqual([last, last, last]);
  expect(await store.head()).toEqual({ position: second.position, recordedAt: last });
});

test('a clock that was set back: what was there at a moment is still found', async () => {
  const last = await clockSetBack();
  const before = await store.head();
  const { position } = await store.append(newStream(), 'none', events(1));
  const moment = new Date(last);
  expect(await store.positionAt(moment)).toBe(position);
  expect(await store.positionAt(new Date(moment.getTime() - 1))).toBe(before.position);
});

test('the clock goes on where it is ahead of the log', async () => {
  const { rows } = await target.connect().query<{ now: Date }>('SELECT clock_timestamp() AS now');
  await target.connect().query(`UPDATE event_store.head SET recorded_at = '2018-01-01T00:00:00Z'`);
  const { recordedAt } = await store.append(newStream(), 'none', events(1));
  expect(new Date(recordedAt).getTime()).toBeGreaterThanOrEqual(rows[0]?.now.getTime() ?? Infinity);
});
