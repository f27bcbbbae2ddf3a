import { codeAfter, type Design, type Row } from './design.js';

/** How many steps each quasi-identifier is made coarser, in the order of the design. */
export type Steps = readonly number[];

/** Rows that nobody can tell apart by their quasi-identifiers. */
export interface Group {
  readonly rows: readonly Row[];
  /** The fewest distinct values of a sensitive column. */
  readonly variety: number;
}

/** The rows held together after these steps. */
export function groupsAfter(rows: readonly Row[], { quasi, sensitive }: Design, steps: Steps) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(
      quasi.map((column, at) => codeAfter(column, steps[at] ?? 0, row.codes[column.name] ?? '')),
    );
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((group): Group => {
    const varieties = sensitive.map((name) => new Set(group.map(({ codes }) => codes[name])).size);
    return { rows: group, variety: Math.min(...varieties) };
  });
}

/** Every way to make a sample coarser: the fewest steps first, then the earlier columns finest. */
export function everyGeneralisation({ quasi }: Design): Steps[] {
  let all: Steps[] = [[]];
  for (const { ladder } of quasi) {
    const choices = Array.from({ length: ladder.length + 2 }, (_, steps) => steps);
    all = all.flatMap((before) => choices.map((steps) => [...before, steps]));
  }
  return all.sort((one, other) => sum(one) - sum(other));
}

const sum = (steps: Steps) => steps.reduce((total, step) => total + step, 0);
