/** One comparison: how many a second, the medians of paired rounds. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  readonly ratio: number;
  /** The ratio that is wanted at least. */
  readonly target?: number;
}

/** How long something takes, in milliseconds. */
export interface Time {
  readonly name: string;
  readonly milliseconds: number;
  /** What is wanted at most. */
  readonly atMost: number;
}

/** How many a second; does that many and waits for them. */
export type Run = () => Promise<number>;

const rounds = 5;

/** Ours and the baseline turn by turn, after one round that does not count. */
export async function compare(
  name: string,
  { ours, baseline, target }: { ours: Run; baseline: Run; target?: number },
): Promise<Figure> {
  const pairs: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) pairs.push([await ours(), await baseline()]);
  pairs.shift();
  return {
    name,
    ours: median(pairs.map(([rate]) => rate)),
    baseline: median(pairs.map(([, rate]) => rate)),
    ratio: median(pairs.map(([mine, other]) => mine / other)),
    ...(target === undefined ? {} : { target }),
  };
}

/** `count` calls of `work`, that many at a time. */
export async function rate(
  count: number,
  concurrency: number,
  work: (worker: number) => Promise<unknown>,
): Promise<number> {
  let left = count;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async (_, worker) => {
      while (left > 0) {
        left -= 1;
        await work(worker);
      }
    }),
  );
  return (count / (performance.now() - started)) * 1000;
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
