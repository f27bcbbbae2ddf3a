import { afterAll, expect, it, jest } from '@jest/globals';
import { EventRegistry, eventStoreMigrations, PostgresEventStore } from '@sikkerby/event-store';
import { createPool } from '@sikkerby/postgres';
import { Random } from '../golden-year/random.js';
import { changed, event, plainFold, things } from '../projections/support/things.js';
import { projectionWorld, projector } from '../projections/support/world.js';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';
import { Programs, steps } from './program.js';

const { kills } = counts;
jest.setTimeout(patience(30 + 10 * kills));

const programs = new Programs();
afterAll(() => programs.end());

// All steps at once: a projector that starts keeps one core busy and the database idle.
it.concurrent.each(steps)(
  `killed %s ${String(kills)} times: the rows are those of a plain fold of the log`,
  async (step) => {
    const world = await projectionWorld(eventStoreMigrations);
    const appPool = createPool(world.url, { name: 'test', role: 'sikkerby_app', max: 2 });
    const store = new PostgresEventStore(appPool, new EventRegistry().register([changed]));
    const projection = things();
    const random = new Random(step.length);
    const change = () => event({ add: random.whole(1, 9), word: step });
    const append = async (events: number) => {
      for (let number = 0; number < events; number++) {
        await store.append(`thing-${String(random.whole(1, 5))}`, 'exists', [change()]);
      }
    };
    const catchUp = async () => {
      const running = projector([projection], { store, pool: world.pool });
      const { position } = await store.head();
      await world.models.waitForPosition([projection.name], position, 60_000);
      await running.stop();
    };
    try {
      for (let number = 1; number <= 5; number++) {
        await store.append(`thing-${String(number)}`, 'none', [change()]);
      }
      await catchUp();
      for (let kill = 0; kill < kills; kill++) {
        await append(random.whole(1, 20));
        const at = { KILL_AT: step, KILL_AT_TIME: '1' };
        const program = programs.start(
          'test/faults/small-projector.js',
          { DATABASE_URL: world.url, ...at },
          'test/faults/kill-at.js',
        );
        expect(await program.exited).toBe('SIGKILL');
      }
      await catchUp();
      const log = [];
      for await (const { events } of store.readAll()) log.push(...events);
      expect(log.length).toBeGreaterThan(kills);
      expect(await world.rows(projection.name)).toEqual(plainFold(projection, log));
    } finally {
      await store.close();
      await appPool.end();
      await world.end();
    }
  },
);
