import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AnchorEvents } from '../../libs/people/erasure/anchor-events.js';
import { Policies } from '@sikkerby/access';
import { EventRegistry, PostgresEventStore, type EventStore } from '@sikkerby/event-store';
import { day, upcaster, type DomainEvent } from '@sikkerby/kernel';
import { createPool } from '@sikkerby/postgres';
import { runProjections } from '@sikkerby/projections';
import { statistics } from '@sikkerby/statistics';
import { contexts, governed } from '@sikkerby/system';
import type { Pool } from 'pg';
import { post, send, testApi, type TestApi } from '../http/support/test-api.js';
import { patience } from '../support/patience.js';
import { nightWalk, type TalkHeld, type WalkHeld, type WalkHeldV1 } from './support/night-walk.js';

jest.setTimeout(patience(60));

const [older, newer] = ['night-walk.walk-held.v1', 'night-walk.walk-held.v2'];
const walk = randomUUID();
const stream = `night_walk-${walk}`;
const { projections } = nightWalk;
const stopping = new AbortController();

let api: TestApi;
let projector: Pool;
let running: Promise<unknown>;
let position: string;

const as = (role: 'outreach-lead' | 'analyst' | 'auditor') => ({
  address: api.address,
  token: () => api.token({ user: `probe.${role}`, role }),
});

async function get<Body>(role: Parameters<typeof as>[0], path: string): Promise<Body> {
  const { status, text, body } = await send<Body>(as(role), 'GET', path, {
    'x-min-position': position,
  });
  expect([path, status, text]).toEqual([path, 200, expect.anything()]);
  return body;
}

/** What the release before recorded, which knew the first version only. */
async function recordAsBefore(url: string): Promise<void> {
  const pool = createPool(url, { name: 'release before', role: 'sikkerby_app', max: 1 });
  const store = new PostgresEventStore(pool, new EventRegistry().register([older]));
  await store.append(stream, 'none', [
    {
      id: randomUUID(),
      type: older,
      occurredOn: day('2017-03-01'),
      data: { district: 'valby', walkers: 5 } satisfies WalkHeldV1['data'],
      actor: { user: 'probe.before', role: 'outreach-lead', organisation: 'outreach' },
      correlationId: randomUUID(),
    },
  ]);
  await store.close();
  await pool.end();
}

beforeAll(async () => {
  api = await testApi({
    programmes: [nightWalk, statistics],
    projections,
    policies: new Policies([...governed, nightWalk]),
  });
  const { url } = api.database;
  await recordAsBefore(url);
  projector = createPool(url, { name: 'projector', role: 'sikkerby_projector', max: 8 });
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { store } = api.parts;
  const { signal } = stopping;
  running = runProjections({ projections, store, pool: projector, signal, logger: silent });
  const held = { district: 'noerrebro', occurredOn: '2017-04-01' };
  for (const [path, body] of [
    ['walks', { ...held, walkers: 7, lamps: 2 }],
    ['talks', { ...held, listeners: 30 }],
  ] as const) {
    const recorded = await post<{ position: string }>(
      as('outreach-lead'),
      `/night-walk/${path}`,
      body,
    );
    expect([path, recorded.status, recorded.text]).toEqual([path, 201, expect.anything()]);
    ({ position } = recorded.body);
  }
});
afterAll(async () => {
  stopping.abort();
  await running;
  await projector.end();
  await api.close();
});

async function firstBatch(store: EventStore, how: 'readAll' | 'subscribe') {
  const { signal } = stopping;
  for await (const { events } of store[how]({ typePrefixes: [newer], signal })) return events;
  return [];
}

describe('an event of an older version', () => {
  it('is read as the newest, whoever asks for that', async () => {
    const { store } = api.parts;
    const lifted = { type: newer, data: { district: 'valby', walkers: 5, lamps: 0 } };
    expect(await store.readStream(stream)).toEqual([expect.objectContaining(lifted)]);
    for (const how of ['readAll', 'subscribe'] as const) {
      const types = (await firstBatch(store, how)).map(({ type, asWritten }) => [
        type,
        asWritten?.type,
      ]);
      expect([how, types]).toEqual([
        how,
        [
          [newer, older],
          [newer, undefined],
        ],
      ]);
    }
  });

  it('is counted and listed, and told in the sentence of the newest', async () => {
    const figure = await get<{ value: number }>(
      'analyst',
      '/statistics/night-walk.walkers?year=2017',
    );
    expect(figure.value).toBe(12);
    const { items } = await get<{ items: object[] }>('outreach-lead', '/night-walk/walks?all=true');
    expect(items).toContainEqual(
      expect.objectContaining({ unitId: walk, district: 'valby', codes: { lamps: '0' } }),
    );
    const [told] = await get<object[]>(
      'outreach-lead',
      `/night-walk/walks/${walk}/journal?language=en`,
    );
    expect(told).toMatchObject({ sentence: '5 walked in Valby with 0 lamps.' });
  });

  it('is shown to an auditor as it was written, with the state that it makes now', async () => {
    const { events, state } = await get<{ events: object[]; state: object }>(
      'auditor',
      `/audit/streams/${stream}`,
    );
    const written = { type: older, data: { district: 'valby', walkers: 5 } };
    expect(events).toEqual([expect.objectContaining(written)]);
    expect(events[0]).not.toHaveProperty('asWritten');
    expect(state).toMatchObject({ walkers: 5, lamps: 0 });
  });

  it('begins the period of a rule of retention as the newest does', () => {
    const anchors = new AnchorEvents([nightWalk]);
    expect(anchors.readAs(older)).toBe(newer);
    expect(anchors.of('night-walk')).not.toContain(older);
  });

  it('is in a unit that can be acted on', async () => {
    const taken = await post<{ position: string }>(
      as('outreach-lead'),
      `/night-walk/walks/${walk}/void`,
      { reason: 'test', occurredOn: '2017-04-02' },
      { 'if-match': '"0"' },
    );
    expect([taken.status, taken.text]).toEqual([200, expect.anything()]);
    ({ position } = taken.body);
    const figure = await get<{ value: number }>(
      'analyst',
      '/statistics/night-walk.walkers?year=2017',
    );
    expect(figure.value).toBe(7);
  });
});

describe('a programme that is made of units', () => {
  it('has a view of its own over units of two kinds, with a route of its own', async () => {
    const outings = await get<object[]>('outreach-lead', '/night-walk/walks/outings');
    expect(outings).toEqual([
      { district: 'noerrebro', came: 37 },
      { district: 'valby', came: 5 },
    ]);
  });
});

it('whatever reads events by a name reads what there is in its newest version', () => {
  const { types } = EventRegistry.of(contexts);
  const read = contexts.flatMap(({ projections: views, reactions = [], alsoAbout }) => [
    ...views.flatMap(({ reads }) => reads),
    ...reactions.flatMap((reaction) => ('reads' in reaction ? reaction.reads : [])),
    ...(alsoAbout ? [alsoAbout.eventType] : []),
  ]);
  const isThere = (prefix: string) => types.some((type) => type.startsWith(prefix));
  expect(read.filter((prefix) => !isThere(prefix))).toEqual([]);
});

// What the compiler knows of an upcaster: each that is planted here is an error of it.
describe('an upcaster', () => {
  it('makes what the newest version has, by the names that the events have', () => {
    const lifted = ({ district, walkers }: WalkHeldV1['data']) => ({ district, walkers, lamps: 0 });
    upcaster<WalkHeldV1, WalkHeld>('night-walk.walk-held.v1', 'night-walk.walk-held.v2', lifted);
    upcaster<WalkHeldV1, WalkHeld>(
      // @ts-expect-error -- a misspelt type
      'night-walk.walk-hold.v1',
      'night-walk.walk-held.v2',
      lifted,
    );
    upcaster<WalkHeldV1, WalkHeld>(
      'night-walk.walk-held.v1',
      // @ts-expect-error -- a version that there is not
      'night-walk.walk-held.v3',
      lifted,
    );
    upcaster<WalkHeldV1, WalkHeld>(
      'night-walk.walk-held.v1',
      'night-walk.walk-held.v2',
      // @ts-expect-error -- a field is missing
      (data) => ({ ...data }),
    );
    upcaster<WalkHeldV1, WalkHeld>(
      'night-walk.walk-held.v1',
      'night-walk.walk-held.v2',
      // @ts-expect-error -- a field is of another kind
      (data) => ({ ...data, lamps: 'none' }),
    );
    upcaster<WalkHeldV1, DomainEvent<'night-walk.walk-held.v2', TalkHeld['data']>>(
      'night-walk.walk-held.v1',
      'night-walk.walk-held.v2',
      // @ts-expect-error -- a field of the older version is left over
      (data) => ({ ...data, listeners: 1 }),
    );
    expect(nightWalk.upcasters).toHaveLength(1);
  });
});
