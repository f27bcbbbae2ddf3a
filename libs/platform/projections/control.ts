import type { Position } from '@sikkerby/kernel';
import type { ClientBase, Pool } from 'pg';
import type { Poison } from './rows-in-memory.js';

/** How a projection stands: which schema holds its rows and how far in the log they are. */
export interface Control {
  readonly name: string;
  /** Version of the projection that made the rows; 0 before there are any. */
  readonly version: number;
  /** The schema that readers use; undefined before the first. */
  readonly generation: string | undefined;
  /** Everything up to here is in the rows; undefined at the beginning of the log. */
  readonly checkpoint: Position | undefined;
  readonly state: 'running' | 'halted';
  /** What it stopped at. Position, stream and event are empty where the store could not tell. */
  readonly haltedAt: Poison | undefined;
}

interface ControlRow {
  name: string;
  version: number;
  generation: string | null;
  checkpoint: Position | null;
  state: 'running' | 'halted';
  halted_position: string | null;
  halted_stream: string | null;
  halted_event: string | null;
  halted_error: string | null;
}

function fromRow(row: ControlRow): Control {
  return {
    name: row.name,
    version: row.version,
    generation: row.generation ?? undefined,
    checkpoint: row.checkpoint ?? undefined,
    state: row.state,
    haltedAt:
      row.halted_error === null
        ? undefined
        : {
            position: row.halted_position ?? '',
            stream: row.halted_stream ?? '',
            event: row.halted_event ?? '',
            error: row.halted_error,
          },
  };
}

/** How the named projections stand, in that order; one that was never built stands at nothing. */
export async function readControls(
  db: Pool | ClientBase,
  names: readonly string[],
): Promise<Control[]> {
  const { rows } = await db.query<ControlRow>(
    'SELECT * FROM projections.projection WHERE name = ANY ($1)',
    [names],
  );
  const known = new Map(rows.map((row) => [row.name, fromRow(row)]));
  return names.map((name) => known.get(name) ?? neverBuilt(name));
}

export async function readControl(db: Pool | ClientBase, name: string): Promise<Control> {
  const [control] = await readControls(db, [name]);
  return control ?? neverBuilt(name);
}

function neverBuilt(name: string): Control {
  return {
    name,
    version: 0,
    generation: undefined,
    checkpoint: undefined,
    state: 'running',
    haltedAt: undefined,
  };
}

/** The same, and nobody else moves it before the transaction ends. */
export async function lockControl(client: ClientBase, name: string): Promise<Control> {
  await client.query(
    'INSERT INTO projections.projection (name) VALUES ($1) ON CONFLICT (name) DO NOTHING',
    [name],
  );
  await client.query('SELECT FROM projections.projection WHERE name = $1 FOR UPDATE', [name]);
  return readControl(client, name);
}

/** Those of the projections that were never built; nobody else builds them before the transaction ends. */
export async function lockNeverBuilt<Named extends { readonly name: string }>(
  client: ClientBase,
  projections: readonly Named[],
): Promise<Named[]> {
  const names = projections.map(({ name }) => name);
  await client.query(
    `INSERT INTO projections.projection (name) SELECT unnest($1::text[]) AS name ORDER BY name
     ON CONFLICT (name) DO NOTHING`,
    [names],
  );
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM projections.projection
     WHERE name = ANY ($1) AND generation IS NULL AND checkpoint IS NULL AND state = 'running'
     ORDER BY name FOR UPDATE`,
    [names],
  );
  return projections.filter(({ name }) => rows.some((row) => row.name === name));
}

/** Puts all the projections' first generations where readers look. */
export async function putFirst(
  client: ClientBase,
  built: readonly {
    readonly name: string;
    readonly version: number;
    readonly generation: string;
  }[],
  checkpoint: Position,
): Promise<void> {
  await client.query(
    `UPDATE projections.projection known
     SET version = built.version, generation = built.generation, checkpoint = $2
     FROM json_to_recordset($1) AS built (name text, version integer, generation text)
     WHERE known.name = built.name`,
    [JSON.stringify(built), checkpoint],
  );
}

/**
 * Moves the checkpoint if it still stands where it was found, in the same generation and running.
 * When not, somebody else was here: the rows must not be written.
 */
export async function moveCheckpoint(
  client: ClientBase,
  { name, generation, checkpoint }: Control,
  to: Position,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE projections.projection SET checkpoint = $4
     WHERE name = $1 AND generation = $2 AND checkpoint IS NOT DISTINCT FROM $3
       AND state = 'running'`,
    [name, generation, checkpoint, to],
  );
  return rowCount === 1;
}

/** Stops the projection at an event; `checkpoint` is the last position that is in the rows. */
export async function halt(
  db: Pool | ClientBase,
  name: string,
  at: Poison,
  checkpoint: Position | undefined,
): Promise<void> {
  await db.query(
    `INSERT INTO projections.projection AS known
       (name, checkpoint, state, halted_position, halted_stream, halted_event, halted_error)
     VALUES ($1, $2, 'halted', $3, $4, $5, $6)
     ON CONFLICT (name) DO UPDATE SET checkpoint = excluded.checkpoint, state = excluded.state,
       halted_position = excluded.halted_position, halted_stream = excluded.halted_stream,
       halted_event = excluded.halted_event, halted_error = excluded.halted_error`,
    [name, checkpoint, at.position, at.stream, at.event, at.error],
  );
}

/** Lets a halted projection run again; false when it was not halted. */
export async function unhalt(db: Pool | ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE projections.projection SET state = 'running', halted_position = NULL,
       halted_stream = NULL, halted_event = NULL, halted_error = NULL
     WHERE name = $1 AND state = 'halted'`,
    [name],
  );
  return rowCount === 1;
}
