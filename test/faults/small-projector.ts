import 'reflect-metadata';
import { EventRegistry, PostgresEventStore } from '@sikkerby/event-store';
import { createPool } from '@sikkerby/postgres';
import { runProjections } from '@sikkerby/projections';
import { changed, things } from '../projections/support/things.js';

// A projector with one small projection: it starts in a third of the time that the whole one takes,
// so that it can be killed often. To be killed is the only way it ends.
const url = process.env.DATABASE_URL ?? '';
const appPool = createPool(url, { name: 'log', role: 'sikkerby_app', max: 4 });
const none = () => undefined;

await runProjections({
  projections: [things()],
  store: new PostgresEventStore(appPool, new EventRegistry().register([changed])),
  pool: createPool(url, { name: 'projector', role: 'sikkerby_projector', max: 4 }),
  signal: new AbortController().signal,
  logger: { info: none, warn: none, error: (message) => process.stderr.write(`${message}\n`) },
});
