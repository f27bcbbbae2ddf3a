import { isDay } from '@sikkerby/kernel';

/** What a column of a read model can hold: whatever comes back from `to_json` as it was put. */
export interface ColumnKind {
  /** Whether the database will take the value; a row that it would refuse is the event's fault. */
  readonly holds: (value: unknown) => boolean;
  /** As text for COPY, before the escapes of COPY. */
  readonly write: (value: unknown) => string;
}

// What PostgreSQL takes in no text: NUL, and half of a surrogate pair.
const unstorable = /[\0\p{Surrogate}]/u;
const suspicious = /[\0\ud800-\udfff]/;

function isText(value: unknown): value is string {
  return typeof value === 'string' && !(suspicious.test(value) && unstorable.test(value));
}

function isInteger(bits: number): (value: unknown) => boolean {
  const limit = 2 ** (bits - 1);
  return (value) => Number.isInteger(value) && Number(value) >= -limit && Number(value) < limit;
}

const knownDays = new Set<unknown>();

function isKnownDay(value: unknown): boolean {
  if (knownDays.has(value)) return true;
  const holds = isDay(value);
  if (holds) knownDays.add(value);
  return holds;
}

const text: ColumnKind = { holds: isText, write: String };
const json: ColumnKind = {
  holds: (value) => value !== undefined,
  write: (value) => JSON.stringify(value),
};

/** By PostgreSQL's name of the type. Others would not come back as they went; instants go as text. */
export const columnKinds: Readonly<Record<string, ColumnKind>> = {
  text,
  'character varying': text,
  uuid: text,
  integer: { holds: isInteger(32), write: String },
  smallint: { holds: isInteger(16), write: String },
  'double precision': { holds: Number.isFinite, write: String },
  boolean: { holds: (value) => typeof value === 'boolean', write: String },
  date: { holds: isKnownDay, write: String },
  json,
  jsonb: json,
};

/** The kind of an array of such values. */
export function arrayOf({ holds }: ColumnKind): ColumnKind {
  return {
    holds: (value) => Array.isArray(value) && value.every(holds),
    write: (value) => `{${(value as unknown[]).map(quoted).join(',')}}`,
  };
}

function quoted(element: unknown): string {
  return `"${String(element).replace(/["\\]/g, '\\$&')}"`;
}
