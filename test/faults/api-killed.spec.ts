import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DemoIdentity, demoUser } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/commands';
import { PostgresEventStore } from '@sikkerby/event-store';
import { day, type RecordedEvent } from '@sikkerby/kernel';
import { createPool } from '@sikkerby/postgres';
import { eventRegistry } from '@sikkerby/system';
import { jsonBody } from '../support/json.js';
import { opening } from '../golden-year/city.js';
import { Random } from '../golden-year/random.js';
import { registered } from '../support/persons.js';
import { freshTokens } from '../support/fresh-tokens.js';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';
import { until } from '../support/until.js';
import { type Program, Programs } from './program.js';
import { settingsFor } from '../support/settings.js';
import { sendRequest, type HttpAnswer } from '../support/send-request.js';

const { kills } = counts;
jest.setTimeout(patience(30 + 10 * kills));

const programs = new Programs();
const writers = 8;
const random = new Random(9);
let database: TestDatabase;

beforeAll(async () => {
  database = await readyDatabase();
});
afterAll(async () => {
  await programs.end();
  await database.close();
});

it(`the API killed ${String(kills)} times while it appends: nothing acknowledged is lost or doubled`, async () => {
  const settings = settingsFor(database.url);
  const identity = await DemoIdentity.from(settings.TOKEN_KEY ?? '');
  const token = freshTokens(() => identity.sign(demoUser('ssp-caseworker')));
  const acknowledged = new Map<string, Receipt>();
  const unanswered = new Set<string>();
  let address = '';
  let subject = '';
  let refusal: string | undefined;
  let stopped = false;

  const post = async (
    path: string,
    body: object,
    key: string = randomUUID(),
  ): Promise<HttpAnswer> =>
    sendRequest(`${address}${path}`, {
      method: 'POST',
      headers: {
        ...{
          authorization: `Bearer ${await token(undefined)}`,
          'content-type': 'application/json',
        },
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
  const open = async (key: string): Promise<void> => {
    const answer = await post('/youth-concern/cases', { ...bodyFor(key), subject }, key);
    if (answer.status !== 201) {
      refusal = `${String(answer.status)}: ${await answer.text()}`;
      throw new Error(refusal);
    }
    acknowledged.set(key, await jsonBody<Receipt>(answer));
    unanswered.delete(key);
  };
  const untilMore = async (more: number): Promise<void> => {
    const enough = acknowledged.size + more;
    await until('more is acknowledged', () => acknowledged.size >= enough || refusal !== undefined);
  };
  const write = async (): Promise<void> => {
    while (!stopped && refusal === undefined) {
      const [again] = unanswered;
      const key = again ?? randomUUID();
      unanswered.delete(key);
      unanswered.add(key);
      await open(key).catch(() => pause(20));
    }
  };

  let api: Program | undefined;
  let writing: Promise<unknown> | undefined;
  for (let kill = 0; kill < kills; kill++) {
    api = programs.start('apps/api/main.js', settings);
    address = `http://127.0.0.1:${String(await api.port())}`;
    subject ||= await registered(
      async (path, body) => await jsonBody<object>(await post(path, body)),
    );
    writing ??= Promise.all(Array.from({ length: writers }, write));
    await untilMore(random.whole(1, 40));
    await api.end('SIGKILL');
    expect(refusal).toBeUndefined();
  }
  api = programs.start('apps/api/main.js', settings);
  address = `http://127.0.0.1:${String(await api.port())}`;
  stopped = true;
  await writing;
  for (const key of unanswered) await open(key);
  await api.end('SIGTERM');

  const log = await wholeLog();
  const opened = log.filter(({ stream }) => stream.startsWith('youth_concern-'));
  expect(opened).toHaveLength(acknowledged.size);
  expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, at) => at + 1));
  for (const { id, revision, position } of acknowledged.values()) {
    const events = log.filter(({ stream }) => stream === `youth_concern-${id}`);
    expect(events.map((event) => [event.revision, event.position])).toEqual([[revision, position]]);
  }
});

const bodies = new Map<string, object>();

function bodyFor(key: string): object {
  const known = bodies.get(key);
  if (known) return known;
  const coded = opening(random, bodies.size, day('2017-05-01'));
  const body = { ...coded, person: undefined, occurredOn: '2017-05-01' };
  bodies.set(key, body);
  return body;
}

async function wholeLog(): Promise<RecordedEvent[]> {
  const pool = createPool(database.url, { name: 'test', role: 'sikkerby_app' });
  const store = new PostgresEventStore(pool, eventRegistry());
  const log: RecordedEvent[] = [];
  for await (const { events } of store.readAll()) log.push(...events);
  await store.close();
  await pool.end();
  return log;
}
