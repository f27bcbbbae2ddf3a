import { randomBytes, randomUUID } from 'node:crypto';
import { Policies, type Identity } from '@sikkerby/access';
import { CommandPipeline, Decide, type Receipt } from '@sikkerby/commands';
import { PostgresEventStore } from '@sikkerby/event-store';
import { PostgresUsedKeys } from '@sikkerby/http';
import { dayInCopenhagen } from '@sikkerby/kernel';
import { PostgresPersonalData } from '@sikkerby/vault';
import { createPool } from '@sikkerby/postgres';
import { ReadModels, rebuild, runProjections } from '@sikkerby/projections';
import { referenceItems } from '@sikkerby/reference-routes';
import { Cuts, Measures, Statistics, type Figure, type FigureQuestion } from '@sikkerby/statistics';
import { eventRegistry, governed } from '@sikkerby/system';
import { DataSource } from 'typeorm';
import { youthConcernFacts } from '../../../libs/programmes/youth-concern/youth-concern.facts.js';
import { youthConcern } from '../../../libs/programmes/youth-concern/youth-concern.js';
import { youthConcernLists } from '../../../libs/programmes/youth-concern/youth-concern.lists.js';
import { youthConcernMeasures } from '../../../libs/programmes/youth-concern/youth-concern.measures.js';
import { testKeys } from '../../support/keys.js';
import { readyDatabase } from '../../support/database.js';
import { opening } from './office.js';

export const anna: Identity = {
  user: 'anna',
  role: 'ssp-coordinator',
  organisation: 'ssp',
  glass: [],
  districts: ['noerrebro', 'valby', 'indre-by'],
};

/** Store, commands, projections and statistics as they run, without HTTP around them. */
export class House {
  /** The last receipt of each case. */
  readonly receipts = new Map<string, Receipt>();

  private constructor(
    /** Of the database. */
    readonly url: string,
    readonly store: PostgresEventStore,
    readonly readModels: ReadModels,
    readonly pipeline: CommandPipeline,
    private readonly statistics: Statistics,
    /** Makes the read models anew from the log. */
    readonly rebuild: () => Promise<unknown>,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<House> {
    const database = await readyDatabase();
    const { url } = database;
    const app = createPool(url, { name: 'test app', role: 'sikkerby_app', max: 4 });
    const projector = createPool(url, { name: 'test projector', role: 'sikkerby_projector' });
    const projections = [youthConcernFacts, youthConcernLists, referenceItems];
    const entities = projections.flatMap(({ tables }) => [...tables]);
    const source = await new DataSource({
      ...{ type: 'postgres', url, entities },
      extra: { options: '-c role=sikkerby_app' },
    }).initialize();
    const store = new PostgresEventStore(app, eventRegistry());
    const stop = new AbortController();
    const running = runProjections({
      ...{ projections, store, pool: projector, signal: stop.signal },
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const key = randomBytes(32);
    const readModels = new ReadModels(source);
    return new House(
      url,
      store,
      readModels,
      new CommandPipeline(
        store,
        new PostgresPersonalData(app, testKeys(), key),
        new PostgresUsedKeys(app, key),
        new Policies(governed),
      ),
      new Statistics(
        new Measures(youthConcernMeasures),
        new Cuts(store, readModels),
        store,
        readModels,
      ),
      () => rebuild({ projections, store, pool: projector }),
      async () => {
        stop.abort();
        await running;
        await store.close();
        await Promise.all([source.destroy(), app.end(), projector.end()]);
        await database.close();
      },
    );
  }

  /** Opens a case on a day or at an instant; returns its id. */
  async opened(on: string, what: Partial<Record<keyof typeof opening, unknown>> = {}) {
    const id = randomUUID();
    await this.give(id, 'open-case', on, { ...opening, subject: randomUUID(), ...what });
    return id;
  }

  /** Gives a command on a day or at an instant; the key is new unless it is given. */
  async give(
    id: string,
    type: string,
    on: string,
    data: object = {},
    { key, identity = anna }: { key?: string; identity?: Identity } = {},
  ): Promise<Receipt> {
    const occurredOn = on.includes('T') ? dayInCopenhagen(new Date(on)) : on;
    const command = new Decide(
      youthConcern,
      id,
      type,
      { ...data, occurredOn },
      {
        ...{ identity, key: key ?? randomUUID(), correlationId: 'test' },
        expected: this.receipts.get(id)?.revision ?? 'none',
        today: dayInCopenhagen(new Date('2026-01-01T12:00:00Z')),
      },
    );
    const receipt = await this.pipeline.execute(command);
    this.receipts.set(id, receipt);
    return receipt;
  }

  /** The case goes into another, which is as open and about as much the same person as need be. */
  merge(id: string, survivor: string, on: string, subject: string): Promise<Receipt> {
    const survivorIs = { status: 'open', subject, itself: false };
    return this.give(id, 'merge-into', on, { survivor, survivorIs });
  }

  /** A figure once everything that was recorded is counted, or as it was known at a cut. */
  async figure(measure: string, year: number, asOf?: string): Promise<number> {
    return (await this.ask(measure, year, { asOf })).value;
  }

  /** The rows of a figure by code. */
  async rows(by: string, year: number, measure = 'cases-handled'): Promise<Record<string, number>> {
    const { breakdown } = await this.ask(measure, year, { by });
    return Object.fromEntries(breakdown?.rows.map(({ code, value }) => [code, value]) ?? []);
  }

  /** The whole answer to a question. */
  figureOf(measure: string, year: number, how: Omit<FigureQuestion, 'year'>): Promise<Figure> {
    return this.ask(measure, year, how);
  }

  private async ask(
    measure: string,
    year: number,
    how: Omit<FigureQuestion, 'year' | 'asOf'> & { asOf?: string | undefined },
  ): Promise<Figure> {
    const asOf = how.asOf ?? (await this.store.head()).position;
    return this.statistics.figure(`youth-concern.${measure}`, { ...how, year, asOf });
  }
}
