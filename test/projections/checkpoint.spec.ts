import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Batch, SubscribeOptions } from '@sikkerby/event-store';
import { rebuild, type Projection } from '@sikkerby/projections';
import {
  halt,
  moveCheckpoint,
  readControl,
  type Control,
} from '../../libs/platform/projections/control.js';
import { IdleCheckpoints } from '../../libs/platform/projections/idle-checkpoints.js';
import { follow } from '../../libs/platform/projections/follow.js';
import type { Pool } from 'pg';
import { MemoryStore } from './support/memory-store.js';
import { filled, plainFold, things } from './support/things.js';
import { projectionWorld, type World } from './support/world.js';

let world: World;
let number = 0;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.end());

const parse = (text: string) => new MemoryStore().parsePosition(text);

/** A log that says what there is once, and then ends. */
class OnceStore extends MemoryStore {
  override async *subscribe(options: SubscribeOptions): AsyncIterable<Batch> {
    const { signal, ...asked } = options;
    if (!signal.aborted) yield* this.readAll(asked);
  }
}

async function onceStore(events: number): Promise<OnceStore> {
  const store = new OnceStore();
  store.log.push(...(await filled(3, events)).log);
  return store;
}

/** A projection that holds everything in the store, and how it stands. */
async function built(store: MemoryStore) {
  const projection = things({ name: `checkpoint.n${String(++number)}` });
  await rebuild({ projections: [projection], store, pool: world.pool });
  return { projection, control: await readControl(world.pool, projection.name) };
}

function follows(projection: Projection, start: Control, store: OnceStore): Promise<void> {
  const said = () => undefined;
  return follow(projection, start, {
    store,
    pool: world.pool,
    signal: new AbortController().signal,
    log: { info: said, warn: said, error: said },
    idle: new IdleCheckpoints(world.pool),
  });
}

async function moves(control: Control, to = parse('9')): Promise<boolean> {
  const client = await world.pool.connect();
  try {
    return await moveCheckpoint(client, control, to);
  } finally {
    client.release();
  }
}

const poison = { position: '', stream: 'thing-1', event: 'event-1', error: 'Error' };

describe('a checkpoint', () => {
  test('moves from where it was found, once', async () => {
    const { control } = await built(await onceStore(5));
    expect(control).toMatchObject({ checkpoint: parse('5'), state: 'running' });
    expect(await moves(control)).toBe(true);
    const moved = { ...control, checkpoint: parse('9') };
    expect(await readControl(world.pool, control.name)).toEqual(moved);
    expect(await moves(control)).toBe(false);
    expect(await moves(control, parse('12'))).toBe(false);
    expect(await readControl(world.pool, control.name)).toEqual(moved);
    expect(await moves(moved, parse('12'))).toBe(true);
  });

  test.each<[string, Partial<Control>]>([
    ['earlier', { checkpoint: parse('4') }],
    ['later', { checkpoint: parse('6') }],
    ['before there was any', { checkpoint: undefined }],
    ['in other rows', { generation: 'checkpoint_other_v1' }],
    ['before there were rows', { generation: undefined }],
    ['under another name', { name: 'checkpoint.nobody' }],
  ])('stays for whoever found it %s', async (_, otherwise) => {
    const { control } = await built(await onceStore(5));
    expect(await moves({ ...control, ...otherwise })).toBe(false);
    expect(await readControl(world.pool, control.name)).toEqual(control);
  });

  test('stays while it is halted, whoever found it running', async () => {
    const { control } = await built(await onceStore(5));
    await halt(world.pool, control.name, poison, control.checkpoint);
    expect(await moves(control)).toBe(false);
    expect((await readControl(world.pool, control.name)).checkpoint).toBe(control.checkpoint);
  });

  test('is moved by one of two at once', async () => {
    const { control } = await built(await onceStore(5));
    const moved = await Promise.all([moves(control), moves(control), moves(control)]);
    expect(moved.filter(Boolean)).toHaveLength(1);
  });
});

describe('the checkpoints of those that read nothing of it', () => {
  test('move together, and only those that stand where they were found', async () => {
    const { control: free } = await built(await onceStore(5));
    const { control: moved } = await built(await onceStore(5));
    const { control: halted } = await built(await onceStore(5));
    await moves(moved, parse('7'));
    await halt(world.pool, halted.name, poison, halted.checkpoint);
    const idle = new IdleCheckpoints(world.pool);
    const found = await Promise.all([free, moved, halted].map((one) => idle.move(one, parse('9'))));
    expect(found).toEqual([true, false, false]);
    const standing = await Promise.all(
      [free, moved, halted].map(({ name }) => readControl(world.pool, name)),
    );
    expect(standing.map(({ checkpoint }) => checkpoint)).toEqual([
      parse('9'),
      parse('7'),
      parse('5'),
    ]);
  });

  test('take one statement, however many they are', async () => {
    const controls = await Promise.all(
      [1, 2, 3].map(async () => (await built(await onceStore(5))).control),
    );
    let statements = 0;
    const counted = {
      query: (text: string, values: unknown[]) => {
        statements += 1;
        return world.pool.query(text, values);
      },
    };
    const idle = new IdleCheckpoints(counted as Pick<Pool, 'query'> as Pool);
    await Promise.all(controls.map((control) => idle.move(control, parse('9'))));
    expect(statements).toBe(1);
  });

  test('do not wait for one that another holds', async () => {
    const { control: free } = await built(await onceStore(5));
    const { control: held } = await built(await onceStore(5));
    const holder = await world.pool.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM projections.projection WHERE name = $1 FOR UPDATE', [
        held.name,
      ]);
      const idle = new IdleCheckpoints(world.pool);
      const found = await Promise.all([free, held].map((one) => idle.move(one, parse('9'))));
      expect(found).toEqual([true, false]);
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  });
});

describe('a projector that comes too late', () => {
  test('does not write again what another has written', async () => {
    const store = await onceStore(12);
    const { projection, control } = await built(store);
    await follows(projection, { ...control, checkpoint: parse('0') }, store);
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
    expect(await readControl(world.pool, projection.name)).toEqual(control);
  });

  test('goes on where another has stopped', async () => {
    const { projection, control } = await built(await onceStore(5));
    const store = await onceStore(12);
    await follows(projection, { ...control, checkpoint: parse('3') }, store);
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
    expect(await readControl(world.pool, projection.name)).toMatchObject({
      checkpoint: parse('12'),
    });
  });

  test('writes nothing once it is halted', async () => {
    const early = await onceStore(5);
    const { projection, control } = await built(early);
    await halt(world.pool, projection.name, poison, control.checkpoint);
    await follows(projection, control, await onceStore(12));
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, early.log));
  });

  test('writes nothing once other rows have taken the place of those it knew', async () => {
    const early = await onceStore(5);
    const { projection, control } = await built(early);
    await rebuild({ projections: [projection], store: early, pool: world.pool });
    const replaced = await readControl(world.pool, projection.name);
    expect(replaced).toEqual({ ...control, generation: replaced.generation });
    expect(replaced.generation).not.toBe(control.generation);
    await follows(projection, control, await onceStore(12));
    expect(await readControl(world.pool, projection.name)).toEqual(replaced);
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, early.log));
  });
});
