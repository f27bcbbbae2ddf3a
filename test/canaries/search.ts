import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createPool } from '@sikkerby/postgres';

/** What every canary holds: letters and digits, so that no escape changes them, and what numbers have. */
export interface Stems {
  readonly text: string;
  /** The first six digits of every CPR number; undefined where none was put in. */
  readonly birth?: string;
}

/** The text as it may lie in bytes: plain, in UTF-16, in hexadecimal, in base64 at any offset. */
function forms(text: string): Buffer[] {
  const hex = Buffer.from(text).toString('hex');
  return [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...base64Forms(text).map((form) => Buffer.from(form)),
  ];
}

/** The part of its base64 that does not depend on what stands before and after it. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from('x'.repeat(offset) + text).toString('base64url');
    const whole = Math.floor(((offset + text.length) * 8) / 6);
    return encoded.slice(Math.ceil((offset * 8) / 6), whole);
  });
}

const numbers = (birth: string) => new RegExp(`(?<![0-9a-f])${birth}-?[4-9]\\d{3}(?![0-9a-f])`);

/** Whether the text holds a canary, as it is or in another form. */
export function sings(text: string, { text: stem, birth }: Stems): boolean {
  const wanted = [stem, Buffer.from(stem).toString('hex'), ...base64Forms(stem)].join('|');
  return new RegExp(wanted, 'i').test(text) || (birth !== undefined && numbers(birth).test(text));
}

/** Files of a folder that hold a canary, in any form. */
export function filesThatSing(folder: string, { text, birth }: Stems): string[] {
  const wanted = forms(text);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    if (wanted.some((form) => bytes.includes(form))) return true;
    return (
      birth !== undefined && bytes.includes(birth) && numbers(birth).test(bytes.toString('latin1'))
    );
  });
}

/**
 * Tables, the system's own too, in which a row holds a canary: as text, as bytes (shown in
 * hexadecimal) or in base64.
 * @param url of somebody who may read everything
 */
export async function tablesThatSing(url: string, { text, birth }: Stems): Promise<string[]> {
  const utf16 = Buffer.from(text, 'utf16le').toString('hex');
  const wanted = [text, Buffer.from(text).toString('hex'), utf16, ...base64Forms(text)];
  const digits = birth === undefined ? [] : [`${birth}-?[4-9]\\d{3}($|[^0-9a-f])`, hexOf(birth)];
  const pool = createPool(url, { name: 'canaries', max: 1 });
  try {
    const { rows: tables } = await pool.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm')`,
    );
    const singing: string[] = [];
    for (const { name } of tables) {
      const { rows } = await pool.query(`SELECT FROM ${name} AS row WHERE row::text ~ $1 LIMIT 1`, [
        [...wanted, ...digits].join('|'),
      ]);
      if (rows.length > 0) singing.push(name);
    }
    if (tables.length < 50) throw new Error('there are more tables than that');
    return singing.sort();
  } finally {
    await pool.end();
  }
}

const hexOf = (birth: string) => Buffer.from(birth).toString('hex');
