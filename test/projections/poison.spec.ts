import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { retry, status, type Projection } from '@sikkerby/projections';
import { MemoryStore } from './support/memory-store.js';
import { event, plainFold, Thing, things, unknown } from './support/things.js';
import { projectionWorld, projector, untilState, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.end());

const secret = 'a word that nobody may log';

/** Five events, the third is poison to whoever is not mended; positions 1 to 5. */
async function poisonedStore(): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const [stream, poison] of [
    ['thing-a', false],
    ['thing-b', false],
    ['thing-a', true],
    ['thing-b', false],
    ['thing-a', false],
  ] as const) {
    await store.append(stream, 'exists', [event({ add: 1, word: secret, poison })]);
  }
  return store;
}

/** A projector that built its tables from an empty log and then meets the events. */
async function meeting(projections: readonly Projection[], store: MemoryStore) {
  const events = store.log.splice(0);
  const running = projector(projections, { store, pool: world.pool });
  const names = projections.map(({ name }) => name);
  await world.models.waitForPosition(names, store.parsePosition('0'), 60_000);
  for (const { stream, ...data } of events) await store.append(stream, 'exists', [data]);
  return running;
}

describe('an event whose fold throws', () => {
  test('halts a projection just before it, and no other', async () => {
    const strict = things({ name: 'poison.strict' });
    const other = things({ name: 'poison.other', mended: () => true });
    const store = await poisonedStore();
    const [, , third] = store.log;
    const running = await meeting([strict, other], store);
    await world.models.waitForPosition([other.name], store.parsePosition('5'), 60_000);
    const halted = await untilState(strict, 'halted', { store, pool: world.pool });
    expect(halted).toMatchObject({
      checkpoint: store.parsePosition('2'),
      haltedAt: { position: '000000000003', stream: 'thing-a', error: 'PoisonedThing' },
      lag: { events: 3 },
    });
    expect(halted.haltedAt?.event).toBe(third?.id);
    expect(await world.rows(strict.name)).toEqual(plainFold(strict, store.log));
    await running.stop();
    expect(running.said).toContainEqual(expect.objectContaining({ message: 'projection halted' }));
    expect(JSON.stringify(running.said)).not.toContain(secret);
  });

  test('halts again when retried without a fix, and is passed after one', async () => {
    let mended = false;
    const projection = things({ name: 'poison.mended', mended: () => mended });
    const store = await poisonedStore();
    const running = await meeting([projection], store);
    await untilState(projection, 'halted', { store, pool: world.pool });
    expect(await retry(projection, store, world.pool)).toMatchObject({ released: true });
    await untilState(projection, 'halted', { store, pool: world.pool });
    mended = true;
    await retry(projection, store, world.pool);
    await world.models.waitForPosition([projection.name], store.parsePosition('5'), 60_000);
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
    expect(await retry(projection, store, world.pool)).toMatchObject({ released: false });
    await running.stop();
  });

  test('sets its stream aside where the others can go on, until it is mended', async () => {
    let mended = false;
    const projection = things({
      name: 'poison.lenient',
      onPoison: 'quarantine',
      mended: () => mended,
    });
    const store = await poisonedStore();
    const running = await meeting([projection], store);
    await world.models.waitForPosition([projection.name], store.parsePosition('5'), 60_000);
    const pointer = { position: '000000000003', stream: 'thing-a', error: 'PoisonedThing' };
    const [found] = await status([projection], store, world.pool);
    expect(found).toMatchObject({ state: 'running', quarantined: [pointer] });
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));

    const unmended = await retry(projection, store, world.pool);
    expect(unmended).toMatchObject({ restored: [], quarantined: [pointer] });
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));

    mended = true;
    const restored = await retry(projection, store, world.pool);
    expect(restored).toEqual({ released: false, restored: ['thing-a'], quarantined: [] });
    const { position } = await store.append('thing-a', 'exists', [event({ add: 5, word: '' })]);
    await world.models.waitForPosition([projection.name], position, 60_000);
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
    await running.stop();
  });

  test('is also one that puts what its column cannot hold', async () => {
    const projection: Projection = {
      ...things({ name: 'poison.unfit' }),
      fold(_, rows) {
        const fits = { last: null, words: [], codes: {}, odd: false, openedOn: '2017-02-28' };
        rows.put(Thing, { ...fits, sum: 1 });
        rows.put(Thing, { ...fits, sum: 1, openedOn: '2017-02-30' });
      },
    };
    const store = await poisonedStore();
    const running = await meeting([projection], store);
    const halted = await untilState(projection, 'halted', { store, pool: world.pool });
    expect(halted.haltedAt).toMatchObject({ position: '000000000001', error: 'UnfitRow' });
    expect(await world.rows(projection.name)).toEqual([]);
    await running.stop();
  });
});

describe('an event type that nobody registered', () => {
  test('stops every projection that reads it, until it is known', async () => {
    const projections = [things({ name: 'unknown.one' }), things({ name: 'unknown.two' })];
    const lenient = { ...things({ name: 'unknown.lenient' }), onPoison: 'quarantine' as const };
    const elsewhere = { ...things({ name: 'unknown.elsewhere' }), reads: ['other-things.'] };
    const all = [...projections, lenient, elsewhere];
    const store = new MemoryStore();
    await store.append('thing-a', 'none', [event({ add: 1, word: '' }, unknown)]);
    const running = await meeting(all, store);
    for (const projection of [...projections, lenient]) {
      const halted = await untilState(projection, 'halted', { store, pool: world.pool });
      expect(halted).toMatchObject({ haltedAt: { error: 'UnknownEvent' }, lag: { events: 1 } });
      expect(halted.lag.seconds).toBeUndefined();
    }
    await world.models.waitForPosition([elsewhere.name], store.parsePosition('1'), 60_000);
    await running.stop();
  });

  test('stops a projection that has to be built first, too', async () => {
    const projection = things({ name: 'unknown.first' });
    const store = new MemoryStore();
    await store.append('thing-a', 'none', [event({ add: 1, word: '' }, unknown)]);
    const running = projector([projection], { store, pool: world.pool });
    const halted = await untilState(projection, 'halted', { store, pool: world.pool });
    expect(halted).toMatchObject({ version: 0, haltedAt: { error: 'UnknownEvent' } });
    await running.stop();
  });
});
