import pg, { type Pool } from 'pg';
import { to } from 'pg-copy-streams';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { EventRegistry } from '../event-registry.js';
import type { Batch, ReadAll } from '../event-store.js';
import { beginning, countAt } from './position.js';
import { head } from './read.js';
import { columns, fromLine, separator } from './stored-events.js';

export async function* readAll(
  pool: Pool,
  registry: EventRegistry,
  { after = beginning, batchSize = 1000, typePrefixes, ...options }: ReadAll,
): AsyncGenerator<Batch> {
  const prefixes = typePrefixes && registry.prefixesInLog(typePrefixes);
  const upTo = options.upTo ?? (await head(pool)).position;
  const end = upTo > after ? upTo : after;
  for (let through = after; ;) {
    const sql = query(countAt(through), countAt(end), batchSize, options, prefixes);
    const events = await copy(pool, registry, sql);
    const last = events.length === batchSize ? events.at(-1) : undefined;
    through = last?.position ?? end;
    yield { events, through };
    if (through === end) return;
  }
}

/** COPY takes no parameters. */
function query(
  after: number,
  upTo: number,
  limit: number,
  { slices }: ReadAll,
  prefixes: readonly string[] | undefined,
): string {
  const conditions = [`l.position > ${String(after)}`, `l.position <= ${String(upTo)}`];
  if (prefixes) {
    const texts = prefixes.map((prefix) => pg.escapeLiteral(prefix)).join(', ');
    conditions.push(`l.type ^@ ANY (ARRAY[${texts}]::text[])`);
  }
  if (slices) conditions.push(`l.slice BETWEEN ${String(slices.from)} AND ${String(slices.to)}`);
  return `SELECT ${columns} FROM event_store.log l
    WHERE ${conditions.join(' AND ')} ORDER BY l.position LIMIT ${String(limit)}`;
}

/**
 * Three times as fast as rows through pg. The quote is a character that no field holds, so that
 * nothing is quoted or escaped.
 */
async function copy(pool: Pool, registry: EventRegistry, sql: string): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  const client = await pool.connect();
  const broken = (error: Error) => stream.destroy(error);
  const stream = client.query(
    to(`COPY (${sql}) TO STDOUT (FORMAT csv, DELIMITER '${separator}', QUOTE E'\\x1d')`),
  );
  client.once('error', broken);
  try {
    const chunks: AsyncIterable<string> = stream.setEncoding('utf8');
    let rest = '';
    for await (const chunk of chunks) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) events.push(fromLine(line, registry));
    }
    client.off('error', broken);
    client.release();
    return events;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
