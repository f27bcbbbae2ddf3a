import { attack, protect, type Known, type Problem } from '@sikkerby/disclosure';

/** Somebody who knows more than what is published: what some finest cells count. */
export interface Insider {
  readonly key: string;
  readonly knows: readonly Known[];
}

/** An agency that knows its own cases. */
export function agency(key: string, own: readonly number[], counts: readonly number[]): Insider {
  const knows = own.map((cell) => {
    const count = counts[cell] ?? 0;
    return { key: `${key} ${cell}`, plus: [cell], low: count, high: count };
  });
  return { key, knows };
}

/** Hides more, until no insider recovers exactly a sensitive cell in which somebody else counts. */
export async function againstInsiders(
  problem: Problem,
  hidden: ReadonlySet<string>,
  insiders: readonly Insider[],
): Promise<Set<string>> {
  const all = new Set(hidden);
  for (const insider of insiders) {
    const { hidden: more, unprotectable } = await protect(seenBy(insider, problem, all), {
      effort: 0,
    });
    if (unprotectable.length > 0)
      throw new Error(`${insider.key} recovers ${unprotectable.join()}`);
    for (const key of more) all.add(key);
  }
  return all;
}

/** Hiding more is never less safe: what is hidden already costs nothing. */
function seenBy(insider: Insider, problem: Problem, hidden: ReadonlySet<string>): Problem {
  const ofOthers = new Set(sensitiveOfOthers(insider, problem));
  const cells = problem.cells.map(({ key, plus, minus, value, cost }) => ({
    key,
    plus,
    ...(minus && { minus }),
    value,
    ...(hidden.has(key) ? { cost: 0 } : cost !== undefined && { cost }),
    ...(ofOthers.has(key) && { protect: { low: value, high: value + 1 } }),
  }));
  return { ...problem, cells, known: [...problem.known, ...insider.knows] };
}

function sensitiveOfOthers({ knows }: Insider, { cells }: Problem): string[] {
  const own = new Map(knows.flatMap(({ plus, low }) => plus.map((cell) => [cell, low])));
  return cells
    .filter(({ protect: interval }) => interval)
    .filter(({ plus, value }) => plus.reduce((sum, at) => sum + (own.get(at) ?? 0), 0) < value)
    .map(({ key }) => key);
}

/** The sensitive cells of others that an insider recovers, and those narrowed below their interval. */
export async function foundBy(insider: Insider, problem: Problem, hidden: ReadonlySet<string>) {
  const ofOthers = new Set(sensitiveOfOthers(insider, problem));
  const intervals = new Map(problem.cells.map(({ key, protect: interval }) => [key, interval]));
  const found = await attack(problem, hidden, { also: insider.knows });
  const ranges = found.filter(({ key }) => ofOthers.has(key));
  const isNarrow = (key: string, high: number) => high < (intervals.get(key)?.high ?? 0);
  return {
    asked: ranges.length,
    exactly: ranges.filter(({ low, high }) => low === high).map(({ key }) => key),
    narrowed: ranges.filter(({ key, high }) => isNarrow(key, high)).map(({ key }) => key),
  };
}
