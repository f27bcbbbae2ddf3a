import type { EventStore } from '@sikkerby/event-store';
import type { Position } from '@sikkerby/kernel';
import type { Pool } from 'pg';
import { halt, readControl, readControls } from './control.js';
import { buildFromEmptyLog } from './first-generations.js';
import { dropGeneration, leftOver } from './generation.js';
import { NewGeneration } from './new-generation.js';
import { Meter, type Progress } from './progress.js';
import type { Projection } from './projection.js';
import { readAhead } from './read-ahead.js';
import type { Poison } from './rows-in-memory.js';
import { withClient } from './transaction.js';

export interface Rebuild {
  readonly projections: readonly Projection[];
  readonly store: EventStore;
  /** In the projector's role; at least four connections. */
  readonly pool: Pool;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Events that are folded in memory at a time, about; a million without it. */
  readonly partSize?: number;
  /** Leaves out those whose stored version is the one in the code by the time it begins. */
  readonly onlyStale?: boolean;
}

export interface Rebuilt {
  readonly switched: readonly string[];
  /** Projections that could not be rebuilt, and at which event; what was live of them still is. */
  readonly poisoned: readonly (Poison & { readonly projection: string })[];
  readonly events: number;
  /** Until the last switch. */
  readonly seconds: number;
}

const slices = 1024;
const batchSize = 2_000;
const tablesAtATime = 2;
const lock = 'sikkerby rebuild';

/**
 * Makes the read models anew from the whole log, read once for all of them, in schemas of their own;
 * readers and projectors go on with the old rows and are then switched over. When it is interrupted
 * nothing has changed; the next one clears away what it left. One at a time, others wait.
 * @throws UnreadableLog when the log has an event that nobody registered, or lacks one
 */
export async function rebuild(options: Rebuild): Promise<Rebuilt> {
  const meter = new Meter(options.onProgress ?? (() => undefined));
  meter.at('waiting');
  return withClient(options.pool, async (guard) => {
    await guard.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [lock]);
    try {
      return await rebuildAlone(options, meter);
    } finally {
      await guard.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lock]);
    }
  });
}

async function rebuildAlone(options: Rebuild, meter: Meter): Promise<Rebuilt> {
  const { store, pool, projections } = options;
  for (const schema of await leftOver(pool, projections)) await dropGeneration(pool, schema);
  const first = await buildFromEmptyLog(projections, store, pool);
  const wanted: NewGeneration[] = [];
  for (const projection of await notBuilt(options, first)) {
    wanted.push(await NewGeneration.begin(pool, projection));
  }
  const begun = await store.head();
  await fillFromLog(wanted, begun.position, options, meter);
  const reached = await catchUp(wanted, begun.position, options, meter);
  const old: string[] = [];
  for (const generation of wanted) {
    const replaced = generation.poison ?? (await generation.takeOver(store, reached));
    if (typeof replaced === 'string') old.push(replaced);
  }
  const { seconds } = meter;
  meter.at('switched');
  const poisoned = await giveUpPoisoned(pool, wanted);
  for (const schema of old) await dropGeneration(pool, schema);
  meter.at('done');
  const anew = wanted.filter(({ poison }) => !poison).map(({ projection }) => projection);
  const switched = [...first, ...anew].map(({ name }) => name);
  return { switched, poisoned, events: meter.done, seconds };
}

/** Those that are to be built and were not just now. */
async function notBuilt(
  { projections, pool, onlyStale }: Rebuild,
  first: readonly Projection[],
): Promise<Projection[]> {
  const left = projections.filter((projection) => !first.includes(projection));
  if (!onlyStale) return left;
  const names = left.map(({ name }) => name);
  const stored = await readControls(pool, names);
  return left.filter(({ version }, at) => stored[at]?.version !== version);
}

/** Reads the log up to a position, in parts of whole streams when it is large. */
async function fillFromLog(
  wanted: readonly NewGeneration[],
  upTo: Position,
  { store, signal, partSize = 1_000_000 }: Rebuild,
  meter: Meter,
): Promise<void> {
  meter.total = await store.distance(store.parsePosition('0'), upTo);
  const parts = Math.min(slices, Math.max(1, Math.ceil(meter.total / partSize)));
  for (let number = 0; number < parts; number++) {
    const from = Math.floor((number * slices) / parts);
    const to = Math.floor(((number + 1) * slices) / parts) - 1;
    const part = store.readAll({
      upTo,
      typePrefixes: readBy(wanted),
      batchSize,
      ...(parts > 1 ? { slices: { from, to } } : {}),
    });
    for await (const { events } of readAhead(part)) {
      signal?.throwIfAborted();
      for (const generation of wanted) generation.fold(events);
      meter.at('reading', events.length);
    }
    meter.at('writing');
    const writers = wanted.flatMap((generation) => generation.writers()).values();
    const worker = async () => {
      for (const write of writers) await write();
    };
    await Promise.all(Array.from({ length: tablesAtATime }, worker));
  }
  for (const generation of wanted) await generation.finish();
}

/** Until so little is new that the switch can wait for it. */
async function catchUp(
  wanted: readonly NewGeneration[],
  after: Position,
  { store, signal }: Rebuild,
  meter: Meter,
): Promise<Position> {
  const few = 100;
  for (let fresh = Infinity; fresh > few;) {
    fresh = 0;
    for await (const { events, through } of store.readAll({
      after,
      typePrefixes: readBy(wanted),
    })) {
      signal?.throwIfAborted();
      for (const generation of wanted) await generation.catchUp(events);
      fresh += events.length;
      after = through;
      meter.at('catching up', events.length);
    }
  }
  return after;
}

function readBy(wanted: readonly NewGeneration[]): string[] {
  return [...new Set(wanted.flatMap(({ projection }) => projection.reads))];
}

/** Without live rows that this code could go on with, the projection is halted where it stopped. */
async function giveUpPoisoned(pool: Pool, wanted: readonly NewGeneration[]) {
  const poisoned: (Poison & { projection: string })[] = [];
  for (const { projection, name, poison } of wanted) {
    if (!poison) continue;
    await dropGeneration(pool, name);
    const live = await readControl(pool, projection.name);
    if (live.version !== projection.version) {
      await halt(pool, projection.name, poison, live.checkpoint);
    }
    poisoned.push({ projection: projection.name, ...poison });
  }
  return poisoned;
}
