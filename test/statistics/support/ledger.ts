import type { RecordedEvent } from '@sikkerby/kernel';
import type { Projection } from '@sikkerby/projections';
import { DataSource } from 'typeorm';
import { compute } from '../../../libs/statistics/compute.js';
import { Fact, FactSource, Link } from '../../../libs/statistics/fact.js';
import { breakdownBy, type Measure } from '../../../libs/statistics/measure.js';
import { youthConcernFacts } from '../../../libs/programmes/youth-concern/youth-concern.facts.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { foldInBatches } from './rows-of-streams.js';

/** A figure and its rows by code. */
export interface Count {
  readonly value: number;
  readonly rows: Readonly<Record<string, number>>;
}

/** The facts of a log in a real database, without store and engine around them. */
export class Ledger {
  private constructor(
    private readonly source: DataSource,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<Ledger> {
    const database = await testDatabase();
    const entities = [Fact, Link, FactSource];
    const source = new DataSource({
      type: 'postgres',
      url: database.url,
      entities,
      synchronize: true,
    });
    return new Ledger(await source.initialize(), database);
  }

  async load(log: readonly RecordedEvent[], facts: Projection = youthConcernFacts): Promise<void> {
    const rows = foldInBatches(facts, [log]);
    for (const table of [Fact, Link]) {
      await this.source.manager.clear(table);
      await this.source.manager.insert(table, rows.get(table) ?? []);
    }
  }

  async count(measure: Measure, year: number, asOf: string, by?: string): Promise<Count> {
    const { value, breakdown } = await compute(this.source.manager, {
      ...{ measure, year, asOf },
      by: by === undefined ? undefined : breakdownBy(measure, by),
    });
    const rows = breakdown?.rows.map(({ code, value: part }) => [code, part] as const) ?? [];
    return { value, rows: Object.fromEntries(rows) };
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.database.drop();
  }
}
