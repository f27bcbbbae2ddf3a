import { afterEach, describe, expect, it } from '@jest/globals';
import { Solver, SolverFailed } from './solver.js';

const started: Solver[] = [];
afterEach(() => {
  for (const solver of started.splice(0)) solver.close();
});

async function start(): Promise<Solver> {
  const solver = await Solver.start();
  started.push(solver);
  return solver;
}

const instanceOf = (solver: Solver): unknown => Reflect.get(solver, 'highs');
const column = { cost: 1, low: 2, high: 9 };

describe('an instance of the solver', () => {
  it('is used again by who comes after, with nothing left of what was asked before', async () => {
    const first = await start();
    const row = { columns: [0], values: [1], low: 5, high: 9 };
    expect(first.program([column], [row]).solve().value).toBe(5);
    first.close();
    const second = await start();
    expect(instanceOf(second)).toBe(instanceOf(first));
    expect(second.program([column], []).solve().value).toBe(2);
  });

  it('is lent to one at a time, also when it is given back twice', async () => {
    const first = await start();
    first.close();
    first.close();
    const [second, third] = [await start(), await start()];
    expect(instanceOf(second)).not.toBe(instanceOf(third));
  });

  it('is not used again once it has failed', async () => {
    const first = await start();
    const beyond = { columns: [7], values: [1], low: 0, high: 1 };
    expect(() => first.program([column], [beyond])).toThrow(SolverFailed);
    first.close();
    expect(instanceOf(await start())).not.toBe(instanceOf(first));
  });
});
