import { afterAll, expect, it, jest } from '@jest/globals';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import { rebuild, runProjections, status } from '@sikkerby/projections';
import { districtCodes as districts } from '@sikkerby/reference';
import { openSystem, type System } from '@sikkerby/system';
import { Random } from '../golden-year/random.js';
import { readyDatabase } from '../support/database.js';
import { counts } from '../support/effort.js';
import { inTurn } from '../support/in-turn.js';
import { patience } from '../support/patience.js';
import { until } from '../support/until.js';
import { openedCase } from './opened-case.js';
import { Programs, steps } from './program.js';
import { settingsFor } from '../support/settings.js';

const { wholeProgramKills: kills } = counts;
jest.setTimeout(patience(60 + 30 * kills));

const everybody = { role: 'dpo', districts };

const programs = new Programs();
afterAll(() => programs.end());

// One after another: each step has two whole systems, of some forty connections each.
it.each(inTurn(steps, 1))(
  `the projector killed %s ${String(kills)} times: read models equal a fold of the log`,
  async (step) => {
    const database = await readyDatabase();
    const settings = settingsFor(database.url);
    const system = await openSystem(readConfiguration(settings), 'test');
    const random = new Random(step.length);
    try {
      await append(20, system, random);
      await catchUp(system);
      for (let kill = 0; kill < kills; kill++) {
        await append(random.whole(1, 30), system, random);
        const at = { KILL_AT: step, KILL_AT_TIME: String(random.whole(1, 2)) };
        const projector = programs.start(
          'apps/projector/main.js',
          { ...settings, ...at },
          'test/faults/kill-at.js',
        );
        expect(await projector.exited).toBe('SIGKILL');
      }
      await catchUp(system);
      const survived = await rows(system);
      const { projections, store, projectorPool: pool } = system;
      await rebuild({ projections, store, pool });
      expect(survived).toEqual(await rows(system));
      expect(survived.flatMap(([, table]) => table).length).toBeGreaterThan(kills);
    } finally {
      await system.close();
      await database.close();
    }
  },
);

async function append(cases: number, { store }: System, random: Random): Promise<void> {
  for (let number = 0; number < cases; number++) {
    const { stream, events } = openedCase(random);
    await store.append(stream, 'none', events);
  }
}

/** Runs the projections here until they have come to the end of the log. */
async function catchUp(system: System): Promise<void> {
  const { projections, store, projectorPool: pool, configuration } = system;
  const stop = new AbortController();
  const logger = createLogger(configuration);
  const running = runProjections({ projections, store, pool, signal: stop.signal, logger });
  await until('the projections have caught up', async () => {
    const found = await status(projections, store, pool);
    return found.every(({ generation, lag }) => generation !== undefined && lag.events === 0);
  });
  stop.abort();
  await running;
}

/** Every row of every read model, in one order. */
async function rows({ projections, readModels }: System): Promise<[string, unknown[]][]> {
  const found: [string, unknown[]][] = [];
  for (const { name, tables } of projections) {
    await readModels.readView(name, everybody, async (manager) => {
      for (const table of tables) {
        const all = await manager.find(table, { order: { stream: 'ASC', key: 'ASC' } });
        found.push([`${name} ${table.name}`, all]);
      }
    });
  }
  return found;
}
