import { createHmac } from 'node:crypto';
import { check, codeAfter, type Design, type Row } from './design.js';
import { everyGeneralisation, groupsAfter } from './groups.js';

/** A row as it leaves the house. */
export interface SampleRow {
  /** The same person has another one in every other sample. */
  readonly pseudonym: string;
  readonly codes: Readonly<Record<string, string>>;
}

export interface Released {
  readonly status: 'released';
  /** In the order of their pseudonyms. */
  readonly rows: readonly SampleRow[];
  /** How many steps each quasi-identifier was made coarser. */
  readonly steps: Readonly<Record<string, number>>;
  /** The smallest group. */
  readonly k: number;
  /** The fewest distinct values of a sensitive column in a group. */
  readonly l: number;
  readonly leftOut: number;
}

export interface Refused {
  readonly status: 'refused';
  readonly why: { readonly da: string; readonly en: string };
  /** What is attained when every quasi-identifier is `all`. */
  readonly best: { readonly k: number; readonly l: number };
}

/**
 * The sample with the fewest steps of generalisation by which every group has k rows and l values
 * of each sensitive column; of as few steps, the one whose earlier columns are finer. Refused where
 * no generalisation does it. The key, of 32 bytes at least, is made for this sample and no other.
 * @throws RangeError when rows, design or key are wrong
 */
export function releaseSample(
  rows: readonly Row[],
  design: Design,
  key: Uint8Array,
): Released | Refused {
  check(rows, design);
  if (key.length < 32) throw new RangeError('microdata: a key has at least 32 bytes');
  const { k = 5, l = 2, leftOut = 0 } = design;
  for (const steps of everyGeneralisation(design)) {
    const safe = groupsAfter(rows, design, steps).filter(
      (group) => group.rows.length >= k && group.variety >= l,
    );
    const kept = safe.flatMap((group) => group.rows);
    if (kept.length === 0 || rows.length - kept.length > rows.length * leftOut) continue;
    const names = design.quasi.map(({ name }, at) => [name, steps[at] ?? 0] as const);
    return {
      status: 'released',
      rows: kept.map((row) => leaving(row, design, steps, key)).sort(byPseudonym),
      steps: Object.fromEntries(names),
      k: Math.min(...safe.map((group) => group.rows.length)),
      l: Math.min(...safe.map(({ variety }) => variety)),
      leftOut: rows.length - kept.length,
    };
  }
  return refusal(rows, design, k, l);
}

function leaving(row: Row, design: Design, steps: readonly number[], key: Uint8Array): SampleRow {
  const { quasi, sensitive } = design;
  const coarse = quasi.map(
    (column, at) =>
      [column.name, codeAfter(column, steps[at] ?? 0, row.codes[column.name] ?? '')] as const,
  );
  const asTheyAre = sensitive.map((name) => [name, row.codes[name] ?? ''] as const);
  return {
    pseudonym: createHmac('sha256', key).update(row.id).digest('hex'),
    codes: Object.fromEntries([...coarse, ...asTheyAre]),
  };
}

function byPseudonym(one: SampleRow, other: SampleRow): number {
  return one.pseudonym < other.pseudonym ? -1 : 1;
}

function refusal(rows: readonly Row[], design: Design, k: number, l: number): Refused {
  const coarsest = design.quasi.map(({ ladder }) => ladder.length + 1);
  const [all] = groupsAfter(rows, design, coarsest);
  const best = { k: rows.length, l: all?.variety ?? 0 };
  const why =
    best.k < k
      ? {
          da: `Stikprøven har ${best.k} rækker; hver gruppe skal have mindst ${k}.`,
          en: `The sample has ${best.k} rows; each group must have at least ${k}.`,
        }
      : {
          da: `En følsom oplysning har ${best.l} værdier i alt; hver gruppe skal have mindst ${l}.`,
          en: `A sensitive column has ${best.l} values in all; each group must have at least ${l}.`,
        };
  return { status: 'refused', why, best };
}
