import type { ThingInCell } from '../questions/things-in-each-cell.js';

/** A cell whose value is not the same at both cuts, and the things that make the difference. */
export interface Difference {
  readonly by: string | null;
  readonly code: string | null;
  readonly before: number;
  readonly after: number;
  readonly things: readonly { readonly thing: string; readonly change: number }[];
}

/**
 * Cell by cell, in code units, the whole first. A cell that gained one and lost another is there too,
 * although its value is the same.
 */
export function differences(
  before: readonly ThingInCell[],
  after: readonly ThingInCell[],
): Difference[] {
  const cells = new Map<string, { name: ThingInCell; old: Things; now: Things }>();
  const cellOf = (name: ThingInCell) => {
    const key = JSON.stringify([name.by, name.code]);
    const cell = cells.get(key) ?? { name, old: new Map(), now: new Map() };
    cells.set(key, cell);
    return cell;
  };
  for (const one of before) cellOf(one).old.set(one.thing, one.quantity);
  for (const one of after) cellOf(one).now.set(one.thing, one.quantity);
  return [...cells.values()]
    .map(({ name: { by, code }, old, now }) => ({
      ...{ by, code, before: sum(old), after: sum(now) },
      things: [...new Set([...old.keys(), ...now.keys()])]
        .map((thing) => ({ thing, change: (now.get(thing) ?? 0) - (old.get(thing) ?? 0) }))
        .filter(({ change }) => change !== 0)
        .sort((one, other) => (one.thing < other.thing ? -1 : 1)),
    }))
    .filter(({ things }) => things.length > 0)
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

type Things = Map<string, number>;

function sum(things: Things): number {
  return [...things.values()].reduce((total, quantity) => total + quantity, 0);
}

function orderOf({ by, code }: Difference): string {
  return `${by ?? ''}\n${code ?? ''}`;
}
