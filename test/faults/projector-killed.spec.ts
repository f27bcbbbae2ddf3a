import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createLogger, readConfiguration } from '@sikkerby/configuration';
import { rebuild, runProjections, status } from '@sikkerby/projections';
import { openSystem, type System } from '@sikkerby/system';
import { Random } from '../golden-year/random.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { openedCase } from './opened-case.js';
import { until } from '../support/until.js';
import { endPrograms, kills, Program, settingsFor } from './program.js';

jest.setTimeout(kills * 24_000);

const steps = ['before-the-rows', 'after-the-rows', 'before-the-commit', 'after-the-commit'];

describe.each(steps)('the projector killed %s', (step) => {
  let database: TestDatabase;
  let settings: Record<string, string>;
  let system: System;
  const random = new Random(step.length);

  beforeAll(async () => {
    database = await testDatabase();
    settings = settingsFor(database.url);
    system = await openSystem(readConfiguration(settings), 'test');
    await append(20);
    await catchUp();
  });
  afterAll(async () => {
    endPrograms();
    await system.close();
    await database.drop();
  });

  it(`${String(kills)} times: read models equal a fold of the log`, async () => {
    for (let kill = 0; kill < kills; kill++) {
      await append(random.whole(1, 30));
      const at = { KILL_AT: step, KILL_AT_TIME: String(random.whole(1, 2)) };
      const projector = new Program('projector', { ...settings, ...at }, 'test/faults/kill-at.js');
      expect(await projector.exited).toBe('SIGKILL');
    }
    await catchUp();
    const survived = await rows();
    const { projections, store, projectorPool: pool } = system;
    await rebuild({ projections, store, pool });
    expect(survived).toEqual(await rows());
    expect(survived.flatMap(([, table]) => table).length).toBeGreaterThan(kills);
  });

  async function append(cases: number): Promise<void> {
    for (let number = 0; number < cases; number++) {
      const { stream, events } = openedCase(random);
      await system.store.append(stream, 'none', events);
    }
  }

  /** Runs the projections here until they have come to the end of the log. */
  async function catchUp(): Promise<void> {
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
  async function rows(): Promise<[string, unknown[]][]> {
    const found: [string, unknown[]][] = [];
    for (const { name, tables } of system.projections) {
      await system.readModels.readView(name, async (manager) => {
        for (const table of tables) {
          const all = await manager.find(table, { order: { stream: 'ASC', key: 'ASC' } });
          found.push([`${name} ${table.name}`, all]);
        }
      });
    }
    return found;
  }
});
