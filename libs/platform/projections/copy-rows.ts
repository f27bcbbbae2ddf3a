import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { tableIn } from './generation.js';
import type { AnyRow } from './rows-in-memory.js';
import { quote, type TableShape } from './table-shape.js';
import { withClient } from './transaction.js';

const chunkLength = 64 * 1024;

/** Writes all rows of a table into a fresh generation. */
export async function copyRows(
  pool: Pool,
  generation: string,
  shape: TableShape,
  rows: Iterable<AnyRow>,
): Promise<void> {
  const columns = shape.columns.map(({ name }) => quote(name)).join(', ');
  const target = `${tableIn(generation, shape.name)} (${columns})`;
  await withClient(pool, async (client) => {
    const into = client.query(copyFrom(`COPY ${target} FROM STDIN`));
    await pipeline(Readable.from(chunks(shape, rows)), into);
  });
}

/** The rows as COPY's text, many to a piece. */
export function* chunks({ columns }: TableShape, rows: Iterable<AnyRow>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    let separator = '';
    for (const { property, kind } of columns) {
      const value = row[property];
      chunk += separator;
      chunk += value === null ? '\\N' : escaped(kind.write(value));
      separator = '\t';
    }
    chunk += '\n';
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);
}
