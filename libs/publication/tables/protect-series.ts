import { isSmall } from '@sikkerby/reference';
import { coarser, isMostlyHidden, utilityOf, type Coarsening, type Utility } from './coarser.js';
import { valueOf } from './cube.js';
import type { DrawnSeries } from './drawn-series.js';
import { jointAttack, type Elsewhere } from './joint-attack.js';
import { ledgerTable, smallChanges, tableId } from '../ledger/ledger-table.js';
import { publishable, type RefusedTable } from './publishable.js';
import type { LedgerTable, Openings, PublicFigure } from '../releases/release.js';
import { isTrue, toldElsewhere, type Version } from '../releases/versions.js';

/** A table as it would be published, and how much of it is hidden; for the analyst only. */
export interface DraftTable extends Utility {
  readonly id: string;
  /** Cells that no pattern protects: the table is not published. */
  readonly refused?: readonly string[];
  /** What would help where a table is refused or mostly hidden. */
  readonly coarser?: Coarsening;
}

/** What else is known of a series, or was published of it. */
export interface Surroundings {
  readonly year: number;
  /** Never published: ties are broken by it. */
  readonly secret: string;
  /** In the order in which they were published. */
  readonly earlier: readonly Version[];
  /** By their numbers in the ledger. */
  readonly figures: readonly { readonly number: number; readonly figure: PublicFigure }[];
}

/** The tables of a series as they may be published, and what came of the attack on them. */
export interface ProtectedSeries {
  readonly tables: readonly LedgerTable[];
  readonly shown: readonly DraftTable[];
  readonly openings: Openings;
  readonly attacked: number;
  /** Numbers of the figures that are not true of it. */
  readonly untrue: readonly number[];
}

/** Hides what must be hidden of a series and attacks it with everything that was ever published. */
export async function protectSeries(
  whole: DrawnSeries,
  { year, secret, earlier, figures }: Surroundings,
): Promise<ProtectedSeries> {
  const told = toldOf(whole, [...earlier, whole], figures);
  const elsewhere = told.elsewhere.flatMap(({ known, version }) =>
    version === earlier.length ? [known] : [],
  );
  const { drawn, hidden, refused } = await publishable(whole, {
    elsewhere,
    secret,
    earlier,
    pause,
  });
  const tables = drawn.tables.map((table) => ledgerTable(drawn, table, year, hidden));
  const versions = [...earlier, { tables, counts: drawn.counts }];
  const { opened, attacked } = drawn.series.persons
    ? await jointAttack(drawn.cube, versions, told.elsewhere, pause)
    : { opened: [], attacked: 0 };
  const changes = smallChanges(drawn.cube, earlier.at(-1)?.tables ?? [], tables);
  const named = (key: string) => `${drawn.series.measure} ${key}`.trim();
  return {
    ...{ tables, untrue: told.untrue, attacked },
    shown: [
      ...(await draftTables(drawn, hidden)),
      ...(await refusedTables(whole, refused)).map((table) => ({
        ...table,
        refused: table.refused.map(named),
      })),
    ],
    openings: {
      opened: opened.map(named),
      smallChanges: drawn.series.persons ? [...changes, ...told.smallChanges].map(named) : [],
    },
  };
}

/** What is out of a series, attacked as it is: the cells that it opens. */
export async function openedNow(
  drawn: DrawnSeries,
  { earlier, figures }: Surroundings,
): Promise<string[]> {
  if (earlier.length === 0) return [];
  const { elsewhere } = toldOf(drawn, earlier, figures);
  const { opened } = await jointAttack(drawn.cube, earlier, elsewhere, pause);
  return opened.map((key) => `${drawn.series.measure} ${key}`.trim());
}

/**
 * What figures published elsewhere tell, each of the last version that it is true of; those that are
 * true of none; and those of our own reports that the newest version differs from by a few persons.
 */
function toldOf(
  { cube }: DrawnSeries,
  versions: readonly Pick<Version, 'counts'>[],
  figures: Surroundings['figures'],
) {
  const elsewhere: Elsewhere[] = [];
  const untrue: number[] = [];
  const smallChanges: string[] = [];
  for (const { figure, number } of figures) {
    const known = toldElsewhere(cube, figure, number);
    const version = versions.findLastIndex(({ counts }) => isTrue(known, counts));
    if (version < 0) untrue.push(number);
    else elsewhere.push({ known, version });
    const change = Math.abs(valueOf(known, versions.at(-1)?.counts ?? []) - figure.low);
    if (figure.source === 'report' && isSmall(change)) smallChanges.push(known.key);
  }
  return { elsewhere, untrue, smallChanges };
}

async function draftTables(drawn: DrawnSeries, hidden: ReadonlySet<string>): Promise<DraftTable[]> {
  const found: DraftTable[] = [];
  for (const table of drawn.tables) {
    const utility = utilityOf(table, hidden);
    const helps = isMostlyHidden(utility) ? await coarser(drawn, table) : undefined;
    found.push({ id: tableId(drawn, table), ...utility, ...(helps && { coarser: helps }) });
  }
  return found;
}

async function refusedTables(whole: DrawnSeries, refused: readonly RefusedTable[]) {
  const found = [];
  for (const { table, cells } of refused) {
    const utility = utilityOf(table, new Set(table.cells.map(({ key }) => key)));
    const helps = await coarser(whole, table);
    const id = tableId(whole, table);
    found.push({ id, ...utility, refused: cells, ...(helps && { coarser: helps }) });
  }
  return found;
}

/** Lets other requests be served between two steps of the solver. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
