import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild, type Projection, type SeenBy } from '@sikkerby/projections';
import type { Asker } from '@sikkerby/postgres';
import { Entry, event, filled, Thing, things } from './support/things.js';
import { projectionWorld, projector, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.end());

async function built(name: string, seenBy: SeenBy): Promise<Projection> {
  const projection = { ...things({ name }), seenBy };
  const store = await filled(3, 9);
  await rebuild({ projections: [projection], store, pool: world.pool });
  return projection;
}

function seen({ name }: Projection, asker: Asker): Promise<[things: number, entries: number]> {
  return world.models.readView(name, asker, async (manager) => [
    await manager.count(Thing),
    await manager.count(Entry),
  ]);
}

describe('the rows of a projection', () => {
  it('for everybody are for everybody', async () => {
    const projection = await built('seen-by.everybody', 'everybody');
    expect(await seen(projection, {})).toEqual([3, 8]);
  });

  it('for roles are for these, whatever their district', async () => {
    const projection = await built('seen-by.roles', { roles: ['exit-caseworker', "o'role"] });
    for (const role of ['exit-caseworker', "o'role"]) {
      expect(await seen(projection, { role, districts: [] })).toEqual([3, 8]);
    }
    for (const role of ['ssp-coordinator', 'exit-caseworke', '']) {
      expect(await seen(projection, { role, districts: ['valby'] })).toEqual([0, 0]);
    }
    expect(await seen(projection, {})).toEqual([0, 0]);
  });

  it('at home are for whom a row of the home names, in every table', async () => {
    const home = { table: Thing, district: 'last', assignedTo: 'stream' };
    const projection = await built('seen-by.home', { home });
    expect(await seen(projection, { districts: ['NULL'] })).toEqual([1, 3]);
    expect(await seen(projection, { user: 'thing-1' })).toEqual([1, 3]);
    expect(await seen(projection, { user: 'thing-1', districts: ['NULL'] })).toEqual([2, 6]);
    expect(await seen(projection, { user: 'thing-9', districts: ['valby'] })).toEqual([0, 0]);
  });

  it('stay fenced while events are folded into them', async () => {
    const projection = { ...things({ name: 'seen-by.live' }), seenBy: { roles: ['dpo'] } };
    const store = await filled(3, 9);
    const running = projector([projection], { store, pool: world.pool });
    const { position } = await store.append('thing-1', 'exists', [event({ add: 1, word: 'x' })]);
    await world.models.waitForPosition([projection.name], position, 60_000);
    await running.stop();
    expect(await seen(projection, { role: 'dpo' })).toEqual([3, 9]);
    expect(await seen(projection, { role: 'admin' })).toEqual([0, 0]);
  });

  it('are not built for a home that is not there', async () => {
    await expect(
      built('seen-by.nowhere', { home: { table: Thing, district: 'place' } }),
    ).rejects.toThrow('thing has no place');
    class Elsewhere extends Entry {}
    await expect(
      built('seen-by.elsewhere', { home: { table: Elsewhere, district: 'key' } }),
    ).rejects.toThrow('Elsewhere is no table of this projection');
  });
});
