import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReadModelBehind, status } from '@sikkerby/projections';
import { event, filled, plainFold, things } from './support/things.js';
import { projectionWorld, projector, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.end());

describe('a projection at work', () => {
  test('holds what a plain fold of the log gives, and what is appended while it runs', async () => {
    const projection = things({ name: 'live.first' });
    const store = await filled(7, 100);
    const running = projector([projection], { store, pool: world.pool });
    await world.models.waitForPosition([projection.name], store.parsePosition('100'), 60_000);
    expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
    for (let at = 0; at < 20; at++) {
      const data = { add: at, word: 'later', ...(at > 15 ? { takeBack: at } : {}) };
      const { position } = await store.append(`thing-${String(at % 9)}`, 'exists', [event(data)]);
      await world.models.waitForPosition([projection.name], position, 60_000);
      expect(await world.rows(projection.name)).toEqual(plainFold(projection, store.log));
    }
    await running.stop();
  });

  test('says how far behind it is, and waiting for it has an end', async () => {
    const projection = things({ name: 'live.behind' });
    const store = await filled(2, 10);
    const running = projector([projection], { store, pool: world.pool });
    const tenth = store.parsePosition('10');
    await world.models.waitForPosition([projection.name], tenth, 60_000);
    const upToDate = await status([projection], store, world.pool);
    expect(upToDate).toMatchObject([{ checkpoint: tenth, lag: { events: 0, seconds: 0 } }]);
    await running.stop();
    const { position } = await store.append('thing-1', 'exists', [event({ add: 1, word: '' })]);
    const [behind] = await status([projection], store, world.pool);
    expect(behind).toMatchObject({ state: 'running', lag: { events: 1 } });
    expect(behind?.lag.seconds).toBeGreaterThanOrEqual(0);
    await expect(world.models.waitForPosition([projection.name], position, 20)).rejects.toThrow(
      ReadModelBehind,
    );
  });

  test('has no rows before it was built, and says so', async () => {
    await expect(world.rows('live.never')).rejects.toThrow(ReadModelBehind);
  });

  test('readers may not write', async () => {
    const projection = things({ name: 'live.guarded' });
    const store = await filled(1, 1);
    const running = projector([projection], { store, pool: world.pool });
    await world.models.waitForPosition([projection.name], store.parsePosition('1'), 60_000);
    await running.stop();
    const write = world.models.readView(projection.name, {}, (manager) =>
      manager.query('DELETE FROM thing'),
    );
    await expect(write).rejects.toThrow('permission denied');
  });
});
