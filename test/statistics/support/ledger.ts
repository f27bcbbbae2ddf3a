import type { Position, RecordedEvent } from '@sikkerby/kernel';
import type { Projection, ReadModels } from '@sikkerby/projections';
import { DataSource } from 'typeorm';
import { compute } from '../../../libs/statistics/figures/compute.js';
import { Fact, FactSource, Link } from '../../../libs/statistics/facts/fact.js';
import { breakdownBy, type Measure } from '../../../libs/statistics/figures/measure.js';
import { drawUp } from '../../../libs/statistics/statements/draw-up.js';
import type { StatementContent } from '../../../libs/statistics/statements/statement-content.js';
import { youthConcernFacts } from '../../../libs/programmes/youth-concern/youth-concern.facts.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { played, type Move } from './played.js';
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

  /** @param turnedRound the rows in the other order */
  async load(
    log: readonly RecordedEvent[],
    facts: Projection | readonly Projection[] = youthConcernFacts,
    turnedRound = false,
  ): Promise<void> {
    const folded = [facts].flat().map((each) => foldInBatches(each, [ownOf(each, log)]));
    for (const table of [Fact, Link]) {
      const all = folded.flatMap((rows) => rows.get(table) ?? []);
      await this.source.manager.clear(table);
      await this.source.manager.insert(table, turnedRound ? all.toReversed() : all);
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

  /** The statement of the year, with these measures. */
  statement(measures: readonly Measure[], year: number, cut: Position): Promise<StatementContent> {
    const readModels: Pick<ReadModels, 'readView'> = {
      readView: (_name, _asker, work) => work(this.source.manager, undefined),
    };
    return drawUp(readModels, measures, { year, cut, cutAt: '2020-01-01T00:00:00.000Z' });
  }

  /**
   * What a measure comes to once these commands were given, or after the first `cut` events of them.
   */
  async counts(
    moves: readonly Move[],
    facts: Projection,
    measure: Measure,
    year: number,
    { by, cut }: { readonly by?: string; readonly cut?: number } = {},
  ): Promise<Count> {
    const log = played(moves);
    await this.load(log, facts);
    return this.count(measure, year, log.at((cut ?? log.length) - 1)?.position ?? '', by);
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.database.close();
  }
}

function ownOf({ reads }: Projection, log: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return log.filter(({ type }) => reads.some((prefix) => type.startsWith(prefix)));
}

/** The one that there is, or the one of that id. */
export function only(measures: readonly Measure[], id?: string): Measure {
  const [found, ...others] = measures.filter((measure) => id === undefined || measure.id === id);
  if (!found || others.length > 0) throw new Error('there is not one such measure');
  return found;
}
