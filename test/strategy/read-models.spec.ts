import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Batch, SubscribeOptions } from '@sikkerby/event-store';
import { day, decide, fold, type AnyDecider, type Decider } from '@sikkerby/kernel';
import type { Projection } from '@sikkerby/projections';
import { report } from '../../libs/strategy/annual-report/annual-report.js';
import { reports } from '../../libs/strategy/annual-report/reports.view.js';
import { fundedEffort } from '../../libs/strategy/funded-effort/effort.js';
import { fundedEffortFacts } from '../../libs/strategy/funded-effort/funded-effort.facts.js';
import { goalFigures } from '../../libs/strategy/goals/known-figures.view.js';
import { observation } from '../../libs/strategy/goals/goal-observation.js';
import { policeJudgement } from '../../libs/strategy/goals/police-judgement.js';
import { faultyPool } from '../projections/support/faulty-pool.js';
import { MemoryStore } from '../projections/support/memory-store.js';
import { projectionWorld, projector, type World } from '../projections/support/world.js';

type Did = readonly [act: string, data: object];

const known = { value: '8', precision: 'exact', source: 'tryghedsundersoegelsen' };
const observed = { series: 'unsafe-in-neighbourhood', geography: 'city', unit: 'per-cent' };
const revised = (value: string): Did => ['revise', { ...known, value, reason: 'mistyped' }];
const [voided, reinstated]: Did[] = [
  ['void', { reason: 'test' }],
  ['reinstate', {}],
];
const text = { da: { vault: 'v', digest: 'd' }, isSame: false };
const statementIs = { id: 's', year: 2018, status: 'approved', sha256: 'abc' };
const effort = { effort: 'exit', organisation: 'ssp', principles: ['gangs'] };
const followedUp = { year: 2019, effect: 'positive', method: 'registers' };

/** A life of each kind of unit. */
const lives: readonly (readonly [AnyDecider, readonly Did[]])[] = [
  [
    observation,
    [
      ['record', { ...observed, ...known, period: '2017' }],
      ...[revised('7'), voided, reinstated, revised('6.5'), voided],
      ['record', { ...observed, ...known, period: '2017' }],
    ] as Did[],
  ],
  [
    policeJudgement,
    [
      ['record', { year: 2018, judgement: 'positive' }],
      ['revise', { judgement: 'negative', reason: 'mistyped' }],
      ...[voided, reinstated],
    ] as Did[],
  ],
  [
    fundedEffort,
    [
      ['finance', effort],
      ['follow-up', followedUp],
      ['revise-follow-up', { ...followedUp, effect: 'none', reason: 'mistyped' }],
      ['change-principles', { principles: ['gangs', 'local-areas'] }],
      ['end', { reason: 'no-effect' }],
      ['withdraw-end', { reason: 'mistyped' }],
      ...[voided, reinstated],
    ] as Did[],
  ],
  [
    report,
    [
      ['open', { year: 2018 }],
      ['freeze-figures', { statement: 's', sha256: 'abc', statementIs }],
      ['assess-goals', { asOf: '1', goals: [], context: [] }],
      ['attach-assessment', { ...text, from: 'police' }],
      ['send-to-steering-group', {}],
      ['return-to-preparation', { reason: 'text-changed' }],
    ],
  ],
];
const projections = [goalFigures, fundedEffortFacts, reports];
const actor = { user: 'probe.one', role: 'analyst', organisation: 'probe' };

/** Two of each life, turn about. */
async function told(store = new MemoryStore()): Promise<MemoryStore> {
  const units = [0, 1].flatMap((number) =>
    lives.map(([decider, acts]) => ({
      ...{
        decider: decider as Decider<object>,
        acts,
        stream: `${decider.category}-${String(number)}`,
      },
      state: decider.initialState as object,
    })),
  );
  for (let at = 0; at < 8; at += 1) {
    for (const unit of units) {
      const [type, data] = unit.acts[at] ?? [];
      if (type === undefined) continue;
      const command = {
        type,
        data,
        occurredOn: day('2019-03-01'),
        today: day('2019-03-01'),
        actor,
      };
      const events = decide(unit.decider, command, unit.state);
      unit.state = fold(unit.decider, unit.state, events);
      const envelopes = events.map((event) => ({
        ...{ ...event, id: idOf(unit.stream, at), actor, correlationId: randomUUID() },
      }));
      await store.append(unit.stream, 'exists', envelopes);
    }
  }
  return store;
}
const idOf = (stream: string, at: number) => `${stream} ${String(at)}`;

let world: World;
let number = 0;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.end());

/** Each read model anew, under names of their own: built on an empty log, then given this one. */
async function rowsAfter(store: MemoryStore, pool = world.pool): Promise<object> {
  const anew = projections.map((each): Projection => ({
    ...each,
    name: `${each.name}.n${String(++number)}`,
  }));
  const names = anew.map(({ name }) => name);
  const empty = new MemoryStore();
  const building = projector(anew, { store: empty, pool: world.pool });
  await world.models.waitForPosition(names, empty.parsePosition('0'), 10_000);
  await building.stop();
  const { position } = await store.head();
  const running = projector(anew, { store, pool });
  await world.models.waitForPosition(names, position, 20_000);
  await running.stop();
  return Promise.all(anew.map((each) => rowsOf(each)));
}

function rowsOf({ name, tables }: Projection): Promise<object> {
  return world.models.readView(name, {}, async (manager) => {
    const tableNames = await manager.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`,
    );
    expect(tableNames).toHaveLength(tables.length);
    const rows: object[] = [];
    for (const { name: table } of tableNames) {
      rows.push(
        await manager.query(`SELECT to_jsonb(r) AS row FROM "${table}" r ORDER BY stream, key`),
      );
    }
    return rows;
  });
}

describe('the rows of the strategy are the same', () => {
  let expected: object;
  beforeAll(async () => {
    expected = await rowsAfter(await told());
    expect(JSON.stringify(expected).match(/"row":/g)?.length).toBeGreaterThan(30);
  });

  test.each([1, 2, 3, 7])('in batches of %d', async (size) => {
    const store = await told();
    store.cuts.push(...Array<number>(300).fill(size));
    expect(await rowsAfter(store)).toEqual(expected);
  });

  test('when every batch is delivered again, and older events with it', async () => {
    class Stutterer extends MemoryStore {
      override async *subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
        for await (const batch of super.subscribe(options)) {
          const { through } = batch;
          const again = this.log.filter(
            ({ position, type }) =>
              position <= through &&
              options.typePrefixes?.some((prefix) => type.startsWith(prefix)),
          );
          yield { through, events: again };
          yield batch;
        }
      }
    }
    const store = await told(new Stutterer());
    store.cuts.push(...Array<number>(100).fill(5));
    expect(await rowsAfter(store)).toEqual(expected);
  });

  test.each([1, 4, 7, 10, 15, 20, 30])(
    'when the connection is lost at statement %d',
    async (at) => {
      const store = await told();
      store.cuts.push(...Array<number>(300).fill(9));
      const { pool, struck } = faultyPool(world.pool, { at, when: 'before' });
      expect(await rowsAfter(store, pool)).toEqual(expected);
      expect(struck()).toBe(true);
    },
  );

  test('when they are rebuilt from a log that is there', async () => {
    const store = await told();
    const anew = projections.map((each): Projection => ({
      ...each,
      name: `${each.name}.n${String(++number)}`,
    }));
    const running = projector(anew, { store, pool: world.pool });
    const { position } = await store.head();
    await world.models.waitForPosition(
      anew.map(({ name }) => name),
      position,
      20_000,
    );
    await running.stop();
    expect(await Promise.all(anew.map((each) => rowsOf(each)))).toEqual(expected);
  });
});
