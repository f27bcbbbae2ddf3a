import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { readyDatabase, type TestDatabase } from '../support/database.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(60));

const folder = fileURLToPath(new URL('../../libs/statistics/questions/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** What somebody types for each parameter, by its name. */
const typed: Readonly<Record<string, string>> = {
  kind: 'youth-concern.case-active',
  as_of: '000000000100',
  after: '000000000050',
  up_to: '000000000100',
  first_day: '2017-01-01',
  last_day: '2017-12-31',
  distinct: 'unit',
  add_up: 'false',
  where: '{"track": ["ssp"], "level": ["1", "2"]}',
  names: '{case-2,case-3}',
  heads: '{case-1,void}',
  splits: '{district,level}',
  by: 'level',
  code: '1',
};

let database: TestDatabase;
let client: pg.Client;
const texts = new Map<string, string>();

beforeAll(async () => {
  for (const file of files) {
    const exported = (await import(`${folder}${file}`)) as Readonly<Record<string, unknown>>;
    const own = Object.values(exported).filter((one) => typeof one === 'string');
    texts.set(file, own.join());
  }
  database = await readyDatabase();
  client = new pg.Client(database.url);
  await client.connect();
  const { rows } = await client.query<{ generation: string }>(
    `SELECT generation FROM projections.projection WHERE name = 'youth-concern.facts'`,
  );
  await client.query(`SET search_path TO ${pg.escapeIdentifier(rows[0]?.generation ?? '')}`);
});

afterEach(() => client.query('DEALLOCATE ALL'));

afterAll(async () => {
  await client.end();
  await database.close();
});

/** The comments that say what `$1`, `$2`... are, in their order. */
function parametersOf(text: string) {
  const lines = text.matchAll(/^-- \$(\d+) +(\w+) +([\w[\]]+) +\S/gm);
  return [...lines].map(([, number, name = '', type]) => ({ number, name, type }));
}

describe.each(files)('the question in %s', (file) => {
  it('runs as it stands, and says what each of its parameters is', async () => {
    const text = texts.get(file) ?? '';
    const parameters = parametersOf(text);
    expect(parameters.map(({ number }) => number)).toEqual(
      parameters.map((_, index) => String(index + 1)),
    );
    await client.query(`PREPARE question AS ${text}`);
    const prepared = await client.query<{ types: string[] }>(
      `SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'question'`,
    );
    expect(prepared.rows[0]?.types).toEqual(parameters.map(({ type }) => type));
    const values = parameters.map(({ name, type }) =>
      name === 'every'
        ? { boolean: 'false', 'boolean[]': '{false,true}' }[type ?? '']
        : typed[name],
    );
    expect(values).not.toContain(undefined);
    const literals = values.map((value) => pg.escapeLiteral(value ?? '')).join(', ');
    await client.query(`EXPLAIN EXECUTE question (${literals})`);
    const { rows } = await client.query<{ value?: number }>(text, values);
    expect(rows.filter(({ value }) => value !== 0)).toEqual([]);
  });
});

it('what counts is the same, to the letter, in every question that counts', () => {
  const counting = [...texts.values()].flatMap((text) => {
    const from = text.indexOf('WITH stands_under');
    const end = '\n  FROM counting\n)';
    return from < 0 ? [] : [text.slice(from, text.indexOf(end) + end.length)];
  });
  expect(counting.length).toBe(5);
  expect(new Set(counting).size).toBe(1);
});
