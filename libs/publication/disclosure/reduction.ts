import type { Known, Sum } from './protection-problem.js';

/** Coefficients of columns; a column is a group of finest cells that are in exactly the same rows. */
export interface Terms {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

export interface PartRow extends Terms {
  readonly key: string;
  readonly low: number;
  readonly high: number;
}

/** Rows that hang together by the finest cells that they share, and nothing else does. */
export interface Part {
  readonly columns: number;
  readonly rows: readonly PartRow[];
}

/** What is said to be known cannot all be true. */
export class Contradiction extends Error {}

interface Group {
  readonly part: number;
  readonly column: number;
  readonly members: readonly number[];
}

/**
 * The finest cells as an attacker needs to tell them apart: without those that must be zero, those
 * of the same rows taken together, and split into parts that have nothing to do with each other.
 */
export class Reduction {
  readonly parts: readonly Part[];
  private readonly groups: readonly Group[];
  private readonly groupOf: Int32Array;

  constructor(size: number, known: readonly Known[]) {
    const wrong = known.find(({ low, high }) => low > high);
    if (wrong) throw new Contradiction(`Nothing is between the bounds of ${wrong.key}.`);
    const rows = coefficients(size, known, zeros(size, known));
    this.groupOf = new Int32Array(size).fill(-1);
    const members = sameRows(size, rows.ofCell, this.groupOf);
    const partOf = connected(members.length, rows.ofRow, this.groupOf);
    const columns: number[] = [];
    this.groups = members.map((of, group) => {
      const part = partOf[group] ?? 0;
      const column = columns[part] ?? 0;
      columns[part] = column + 1;
      return { part, column, members: of };
    });
    const partRows: PartRow[][] = columns.map(() => []);
    known.forEach(({ key, low, high }, index) => {
      const { part, ...terms } = this.rowTerms(rows.ofRow[index] ?? []);
      if (part !== undefined) partRows[part]?.push({ key, low, high, ...terms });
      else if (low > 0 || high < 0) throw new Contradiction(`${key} must be zero and cannot be.`);
    });
    this.parts = columns.map((count, part) => ({ columns: count, rows: partRows[part] ?? [] }));
  }

  /**
   * A sum by part, as it is at most (`1`) or at least (`-1`): of a group that is only partly in the
   * sum, all may be in the part that counts most, or least.
   */
  terms(sum: Sum, end: 1 | -1): Map<number, { columns: number[]; values: number[] }> {
    const inSum = new Map<number, { plus: number; minus: number }>();
    const count = (finest: readonly number[], side: 'plus' | 'minus') => {
      for (const cell of finest) {
        const group = this.groupOf[cell] ?? -1;
        if (group < 0) continue;
        const counts = inSum.get(group) ?? { plus: 0, minus: 0 };
        counts[side] += 1;
        inSum.set(group, counts);
      }
    };
    count(sum.plus, 'plus');
    count(sum.minus ?? [], 'minus');
    const terms = new Map<number, { columns: number[]; values: number[] }>();
    for (const [index, { plus, minus }] of [...inSum].sort(([one], [other]) => one - other)) {
      const group = this.groups[index];
      if (!group) continue;
      const size = group.members.length;
      const most = plus > 0 ? 1 : minus < size ? 0 : -1;
      const least = minus > 0 ? -1 : plus < size ? 0 : 1;
      const value = end === 1 ? most : least;
      if (value === 0) continue;
      const of = terms.get(group.part) ?? { columns: [], values: [] };
      terms.set(group.part, of);
      of.columns.push(group.column);
      of.values.push(value);
    }
    return terms;
  }

  /** What each column of a part counts in finest cells that are given. */
  columnsOf(part: number, finest: Float64Array): Float64Array {
    const counts = new Float64Array(this.parts[part]?.columns ?? 0);
    for (const group of this.groups)
      if (group.part === part)
        counts[group.column] = group.members.reduce((sum, cell) => sum + (finest[cell] ?? 0), 0);
    return counts;
  }

  /** Puts what the columns of a part count into finest cells: the first of each group holds it. */
  intoFinest(part: number, counts: Float64Array, finest: Float64Array): void {
    for (const group of this.groups)
      if (group.part === part) {
        for (const cell of group.members) finest[cell] = 0;
        finest[group.members[0] ?? 0] = counts[group.column] ?? 0;
      }
  }

  private rowTerms(row: readonly (readonly [number, number])[]) {
    const values = new Map<number, number>();
    for (const [cell, value] of row) values.set(this.groupOf[cell] ?? -1, value);
    const groups = [...values.keys()].sort((one, other) => one - other);
    return {
      part: this.groups[groups[0] ?? -1]?.part,
      columns: groups.map((group) => this.groups[group]?.column ?? -1),
      values: groups.map((group) => values.get(group) ?? 0),
    };
  }
}

/** The finest cells that a row without anything taken away, and at most zero, says to be zero. */
function zeros(size: number, known: readonly Known[]): Uint8Array {
  const zero = new Uint8Array(size);
  const dropped = (found: boolean, { plus, minus, high }: Known) => {
    if (high > 0 || minus?.some((cell) => !zero[cell])) return found;
    if (plus.every((cell) => zero[cell])) return found;
    for (const cell of plus) zero[cell] = 1;
    return true;
  };
  while (known.reduce(dropped, false));
  return zero;
}

function coefficients(size: number, known: readonly Known[], zero: Uint8Array) {
  const ofCell: string[][] = Array.from({ length: size }, (_, cell) =>
    zero[cell] ? ['zero'] : [],
  );
  const ofRow = known.map(({ plus, minus = [] }, row) => {
    const values = new Map<number, number>();
    for (const cell of plus) if (!zero[cell]) values.set(cell, (values.get(cell) ?? 0) + 1);
    for (const cell of minus) if (!zero[cell]) values.set(cell, (values.get(cell) ?? 0) - 1);
    const terms = [...values].filter(([, value]) => value !== 0);
    for (const [cell, value] of terms) ofCell[cell]?.push(`${row}:${value}`);
    return terms;
  });
  return { ofCell, ofRow };
}

function sameRows(size: number, ofCell: readonly string[][], groupOf: Int32Array): number[][] {
  const groups = new Map<string, number>();
  const members: number[][] = [];
  for (let cell = 0; cell < size; cell++) {
    const rows = ofCell[cell] ?? [];
    if (rows[0] === 'zero') continue;
    const signature = rows.join(' ');
    const group = groups.get(signature) ?? members.push([]) - 1;
    groups.set(signature, group);
    members[group]?.push(cell);
    groupOf[cell] = group;
  }
  return members;
}

/** The part of each group, numbered from 0 in the order of their first groups. */
function connected(
  groups: number,
  ofRow: readonly (readonly (readonly [number, number])[])[],
  groupOf: Int32Array,
): number[] {
  const above = Array.from({ length: groups }, (_, group) => group);
  const root = (group: number): number => {
    let at = group;
    while (above[at] !== at) at = above[at] = above[above[at] ?? at] ?? at;
    return at;
  };
  for (const row of ofRow) {
    const first = row[0];
    if (!first) continue;
    for (const [cell] of row) {
      const [one, other] = [root(groupOf[first[0]] ?? 0), root(groupOf[cell] ?? 0)];
      above[Math.max(one, other)] = Math.min(one, other);
    }
  }
  const parts = new Map<number, number>();
  return above.map((_, group) => {
    const at = root(group);
    const part = parts.get(at) ?? parts.size;
    parts.set(at, part);
    return part;
  });
}
