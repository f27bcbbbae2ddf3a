import { CsvError, parse } from 'csv-parse/sync';

/** The file is none that can be taken in; nothing of what it holds is repeated. */
export class WrongFile extends Error {
  override readonly name = 'WrongFile';
}

/** A row of the file: where it stands, and what it says by column. */
export interface TableRow {
  /** Line in the file, from 1; of a JSON file the place in its array, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
}

interface Record_ {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * Reads CSV as Danish Excel writes it (`;` or `,`, UTF-8 or ISO-8859-1, a head line with the names of
 * the fields), or JSON, an array of objects. @throws WrongFile
 */
export function readTable(bytes: Uint8Array): TableRow[] {
  const text = decoded(bytes);
  return /^\s*\[/.test(text) ? readJson(text) : readCsv(text);
}

function readCsv(text: string): TableRow[] {
  const head = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = head.includes(';') ? ';' : ',';
  try {
    const records = parse<Record_>(text, {
      delimiter,
      columns: true,
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
    });
    return records.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== '')),
    }));
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1;
    throw new WrongFile(`line ${String(line)} is not as the head line says`);
  }
}

function readJson(text: string): TableRow[] {
  try {
    const rows: unknown = JSON.parse(text);
    if (!Array.isArray(rows)) throw new WrongFile('not an array');
    return rows.map((cells: unknown, at) => {
      if (typeof cells !== 'object' || cells === null) throw new WrongFile('not an object');
      return { line: at + 1, cells: { ...cells } };
    });
  } catch {
    throw new WrongFile('it is no JSON array of objects');
  }
}

/** UTF-8, or what Danish Excel otherwise writes. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('iso-8859-1').decode(bytes);
  }
}
