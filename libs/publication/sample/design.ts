/** One person of the sample. */
export interface Row {
  /** Who it is; leaves the house only as a pseudonym. */
  readonly id: string;
  readonly codes: Readonly<Record<string, string>>;
}

/** A column by which somebody could be recognised, and how it may be made coarser. */
export interface Quasi {
  readonly name: string;
  /**
   * From the code to coarser ones, step after step; what one step holds together no later step
   * parts. After the last of them comes `all`.
   */
  readonly ladder: readonly Readonly<Record<string, string>>[];
}

/** What a sample holds and how safe it must be. */
export interface Design {
  readonly quasi: readonly Quasi[];
  /** The columns that nobody may learn of a person; they leave as they are. */
  readonly sensitive: readonly string[];
  /** Rows in each group, at least; not below 3, by default 5. */
  readonly k?: number;
  /** Distinct values of each sensitive column in each group, at least; not below 2, the default. */
  readonly l?: number;
  /** The share of rows that may be left out, at most a tenth; by default none. */
  readonly leftOut?: number;
}

/** The code of a quasi-identifier after so many steps. */
export function codeAfter({ ladder }: Quasi, steps: number, code: string): string {
  if (steps === 0) return code;
  return ladder[steps - 1]?.[code] ?? 'all';
}

/** @throws RangeError when the design or the rows are no sample; tells no id and no code of a row. */
export function check(rows: readonly Row[], design: Design): void {
  const { quasi, sensitive, k = 5, l = 2, leftOut = 0 } = design;
  const columns = [...quasi.map(({ name }) => name), ...sensitive];
  requires(Number.isInteger(k) && k >= 3, 'k is a whole number of at least 3');
  requires(Number.isInteger(l) && l >= 2, 'l is a whole number of at least 2');
  requires(leftOut >= 0 && leftOut <= 0.1, 'at most a tenth of the rows may be left out');
  requires(quasi.length > 0, 'a sample has a quasi-identifier');
  requires(sensitive.length > 0, 'a sample has a sensitive column');
  requires(new Set(columns).size === columns.length, 'each column is named once');
  requires(new Set(rows.map(({ id }) => id)).size === rows.length, 'each id has one row');
  for (const { codes } of rows) {
    const same = Object.keys(codes).length === columns.length;
    requires(same && columns.every((name) => Object.hasOwn(codes, name)), 'a row has each column');
  }
  for (const column of quasi) checkLadder(rows, column);
}

function checkLadder(rows: readonly Row[], quasi: Quasi): void {
  const { name, ladder } = quasi;
  const codes = [...new Set(rows.map((row) => row.codes[name] ?? ''))];
  for (const [step, coarser] of ladder.entries()) {
    const known = codes.every((code) => Object.hasOwn(coarser, code));
    requires(known, `step ${step + 1} of ${name} has each code of the rows`);
    const next = new Map<string, string>();
    for (const code of codes) {
      const [finer, now] = [codeAfter(quasi, step, code), codeAfter(quasi, step + 1, code)];
      requires((next.get(finer) ?? now) === now, `step ${step + 1} of ${name} is coarser`);
      next.set(finer, now);
    }
  }
}

function requires(met: boolean, rule: string): void {
  if (!met) throw new RangeError(`microdata: ${rule}`);
}
