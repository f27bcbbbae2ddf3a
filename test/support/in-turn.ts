import { effort } from './effort.js';

/**
 * So many of them in an ordinary run, other ones each day (`TEST_TURN=3` says which); all of them in a
 * long one.
 */
export function inTurn<Item>(all: readonly Item[], count: number): readonly Item[] {
  if (effort !== 'ordinary' || count >= all.length) return all;
  const today = Math.floor(Date.now() / 86_400_000);
  const first = Number(process.env.TEST_TURN ?? today) * count;
  return all.filter((_, at) => (at - (first % all.length) + all.length) % all.length < count);
}
