import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { Turns } from './turns.js';

it('lets so many work at a time, in the order in which they came, also after a failure', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = Array.from({ length: 5 }, (_, number) =>
    turns.take(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => (ends[number] = resolve));
      if (number === 0) throw new Error('failed');
      return number;
    }),
  );
  const outcomes = Promise.allSettled(works);
  await turn();
  expect(begun).toEqual([0, 1]);
  for (const [number, soFar] of [
    [0, [0, 1, 2]],
    [1, [0, 1, 2, 3]],
    [2, [0, 1, 2, 3, 4]],
    [3, [0, 1, 2, 3, 4]],
    [4, [0, 1, 2, 3, 4]],
  ] as const) {
    ends[number]?.();
    await turn();
    expect(begun).toEqual(soFar);
  }
  const [first, ...others] = await outcomes;
  expect(first?.status).toBe('rejected');
  expect(others).toEqual([1, 2, 3, 4].map((value) => ({ status: 'fulfilled', value })));
  await expect(turns.take(() => Promise.resolve('free again'))).resolves.toBe('free again');
});
