import { randomUUID } from 'node:crypto';
import { benchEvent, benchStore, rawInsert, rawTable } from './bench-store.js';
import { compare, rate, type Figure } from './measure.js';

const sizes = [
  { concurrency: 1, count: 2_000, target: 0.6 },
  { concurrency: 8, count: 8_000 },
  { concurrency: 32, count: 24_000, target: 1.5 },
];

/** Appends of one event against raw inserts of one row, each with a connection of its own. */
export async function appendBench(url: string): Promise<Figure[]> {
  const { store, connect, end } = await benchStore(url, 'bench_append');
  const figures: Figure[] = [];
  for (const { concurrency, count, ...wanted } of sizes) {
    const clients = await connect(concurrency);
    await clients[0]?.query(rawTable);
    const ours = () =>
      rate(count, concurrency, () =>
        store.append(`youth_concern-${randomUUID()}`, 'none', [benchEvent()]),
      );
    const baseline = () =>
      rate(count, concurrency, async (worker) => {
        const client = clients[worker];
        if (client) await rawInsert(client, randomUUID());
      });
    const name = `append, ${String(concurrency)} at a time / raw insert and commit`;
    figures.push(await compare(name, { ours, baseline, ...wanted }));
  }
  await end();
  return figures;
}
