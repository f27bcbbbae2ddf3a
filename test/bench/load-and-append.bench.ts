import { randomUUID } from 'node:crypto';
import { benchEvent, benchStore, rawInsert, rawTable } from './bench-store.js';
import { compare, rate, type Figure } from './measure.js';

const concurrency = 32;
const length = 50;
const count = 6_000;

/** Loads a case of 50 events and appends one, against a select of 50 rows and an insert. */
export async function loadAndAppendBench(url: string): Promise<Figure[]> {
  const { store, connect, end } = await benchStore(url, 'bench_load');
  const clients = await connect(concurrency);
  await clients[0]?.query(`${rawTable}; CREATE INDEX ON raw_event (stream, revision)`);
  const ids = Array.from({ length: concurrency }, () => randomUUID());
  await Promise.all(
    ids.map(async (id, worker) => {
      await store.append(nameOf(id), 'none', Array.from({ length }, benchEvent));
      const client = clients[worker];
      for (let event = 0; client && event < length; event += 1) await rawInsert(client, id);
    }),
  );
  const revisions = ids.map(() => length - 1);
  const ours = () =>
    rate(count, concurrency, async (worker) => {
      const stream = nameOf(ids[worker] ?? '');
      await store.readStream(stream, { upTo: { revision: length - 1 } });
      const appended = await store.append(stream, revisions[worker] ?? 0, [benchEvent()]);
      revisions[worker] = appended.revision;
    });
  const baseline = () =>
    rate(count, concurrency, async (worker) => {
      const client = clients[worker];
      if (!client) return;
      await client.query({
        name: 'select',
        text: 'SELECT * FROM raw_event WHERE stream = $1 ORDER BY revision LIMIT 50',
        values: [ids[worker]],
      });
      await rawInsert(client, randomUUID());
    });
  const figure = await compare('load 50 events and append, 32 at a time / raw select and insert', {
    ours,
    baseline,
  });
  await end();
  return [figure];
}

function nameOf(id: string): string {
  return `youth_concern-${id}`;
}
