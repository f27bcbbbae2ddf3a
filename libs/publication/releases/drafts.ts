import { Inject, Injectable } from '@nestjs/common';
import { threshold } from '@sikkerby/reference';
import {
  canonicalText,
  sha256,
  Statements,
  type Measures,
  type Statement,
} from '@sikkerby/statistics';
import { drawSeries } from '../tables/drawn-series.js';
import { isOut, type Ledger } from '../ledger/publication-ledger.js';
import {
  openedNow,
  protectSeries,
  type DraftTable,
  type ProtectedSeries,
} from '../tables/protect-series.js';
import { publishedSeries, type PublishedSeries } from '../tables/published-tables.js';
import type { Draft, LedgerTable, Openings, PublicFigure } from './release.js';

export interface DrawnRelease {
  readonly draft: Draft;
  readonly openings: Openings;
  readonly tables: readonly DraftTable[];
}

/** Told after each measure: how many of how many are drawn and attacked. */
export type OnProgress = (done: number, of: number) => void;

/** What releases are drawn from. */
type Drawn = Pick<Statements, 'find' | 'measuresOf' | 'crossed'> & {
  readonly measures: Pick<Measures, 'countsPersons'>;
};

/** Releases before they are any: drawn from a statement, protected, attacked with all that is out. */
@Injectable()
export class Drafts {
  constructor(@Inject(Statements) private readonly statements: Drawn) {}

  /** @throws NoSuchUnit, ReadModelBehind */
  async draw(
    known: Ledger,
    { year, number }: { readonly year: number; readonly number: number },
    onProgress?: OnProgress,
  ): Promise<DrawnRelease> {
    const statement = await this.statements.find(year, number);
    const parts: ProtectedSeries[] = [];
    const leaving = publishedSeries.filter(({ measure }) =>
      statement.measures.some(({ id }) => id === measure),
    );
    for (const series of leaving) {
      parts.push(await this.part(known, statement, series));
      onProgress?.(parts.length, leaving.length);
    }
    const tables = parts.flatMap((part) => part.tables);
    const values = tables.flatMap((table) => table.values);
    const figures = known.figures.filter((one) => one.year === year);
    return {
      draft: {
        ...{ year, statement: number, tables, untrue: parts.flatMap(({ untrue }) => untrue) },
        certificate: {
          ...{ solver, threshold, modelSha256: sha256(canonicalText({ tables, figures })) },
          ...{ cells: values.length, hidden: values.filter((value) => value === null).length },
          attacked: parts.reduce((sum, { attacked }) => sum + attacked, 0),
        },
      },
      openings: {
        opened: parts.flatMap(({ openings }) => openings.opened),
        smallChanges: parts.flatMap(({ openings }) => openings.smallChanges),
      },
      tables: parts.flatMap(({ shown }) => shown),
    };
  }

  /** Attacks all that is out at once: the sensitive cells that it opens, by year and measure. */
  async attack(known: Ledger, onProgress?: OnProgress): Promise<string[]> {
    const opened: string[] = [];
    const out = new Map(
      known.releases
        .filter(isOut)
        .flatMap((release) =>
          release.tables.map(({ measure }) => [`${release.year} ${measure}`, { release, measure }]),
        ),
    );
    let done = 0;
    for (const { release, measure } of out.values()) {
      const statement = await this.statements.find(release.year, release.statement);
      const [counted] = this.statements.measuresOf(statement).filter(({ id }) => id === measure);
      if (counted && this.statements.measures.countsPersons(counted)) {
        const series = { measure, persons: true, tables: [] };
        const { drawn, surroundings } = await this.drawn(known, statement, series);
        const cells = await openedNow(drawn, surroundings);
        opened.push(...cells.map((cell) => `${String(release.year)} ${cell}`));
      }
      onProgress?.(++done, out.size);
    }
    return opened;
  }

  private async part(known: Ledger, statement: Statement, series: PublishedSeries) {
    const { drawn, surroundings } = await this.drawn(known, statement, series);
    return protectSeries(drawn, surroundings);
  }

  private async drawn(known: Ledger, statement: Statement, series: PublishedSeries) {
    const { year, sha256: secret } = statement;
    const figures = known.figures.flatMap((figure, at) =>
      figure.measure === series.measure && figure.year === year ? [{ figure, number: at + 1 }] : [],
    );
    const released = known.releases.filter((one) => one.year === year && isOut(one));
    const tables = released.flatMap((one) =>
      one.tables.filter((table) => table.measure === series.measure),
    );
    const by = breakdownsOf(series, tables, figures);
    const measure = this.statements.measuresOf(statement).find(({ id }) => id === series.measure);
    if (!measure) throw new Error(`${series.measure} is not in the statement`);
    const rows = await this.statements.crossed(statement, series.measure, by);
    const out = await this.out(known, year, series.measure, by);
    const drawn = drawSeries(series, measure, {
      by,
      rows,
      earlier: out.flatMap((one) => one.rows),
    });
    const earlier = out.map(({ tables, rows }) => ({ tables, counts: drawn.cube.countsOf(rows) }));
    return { drawn, surroundings: { year, secret, earlier, figures } };
  }

  /** What is out of the measure in the year, in its order, and what stands behind it. */
  private async out({ releases }: Ledger, year: number, measure: string, by: readonly string[]) {
    const found = [];
    for (const release of releases.filter((one) => one.year === year && isOut(one))) {
      const tables = release.tables.filter((one) => one.measure === measure);
      if (tables.length === 0) continue;
      const statement = await this.statements.find(year, release.statement);
      found.push({ tables, rows: await this.statements.crossed(statement, measure, by) });
    }
    return found;
  }
}

/** Name and version of what attacks, as in package.json. */
export const solver = 'highs 1.15.3';

/** Every breakdown that a table, of now or of before, or a figure published elsewhere splits by. */
function breakdownsOf(
  { tables }: PublishedSeries,
  released: readonly LedgerTable[],
  figures: readonly { readonly figure: PublicFigure }[],
): string[] {
  const others = figures.flatMap(({ figure }) => Object.keys(figure.codes));
  const before = released.flatMap(({ dimensions }) => dimensions.map(({ by }) => by));
  return [...new Set([...tables.flat(), ...before, ...others])].sort();
}
