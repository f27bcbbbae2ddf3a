import { Random } from '../golden-year/random.js';

/**
 * So many of all, evenly over the files and each file's in no order: one of each file before there is
 * a second of any. The same for the same seed.
 */
export function sample<T>(byFile: readonly (readonly T[])[], count: number, seed: number): T[] {
  const random = new Random(seed);
  const files = shuffled(byFile, random).map((ofFile) => shuffled(ofFile, random));
  const longest = Math.max(0, ...files.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    files.flatMap((each) => each.slice(turn, turn + 1)),
  )
    .flat()
    .slice(0, count);
}

function shuffled<T>(all: readonly T[], random: Random): T[] {
  return all
    .map((each) => ({ each, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
