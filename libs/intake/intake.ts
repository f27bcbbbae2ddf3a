import { createHash, randomUUID } from 'node:crypto';
import { NotYourRole, type Identity } from '@sikkerby/access';
import { Decide, idFrom, streamOf, type CommandPipeline, type Intent } from '@sikkerby/commands';
import type { EventStore } from '@sikkerby/event-store';
import { enterRows, type EnteringParts, type Entry } from './enter-rows.js';
import { intentOf } from './intent-of.js';
import { readTable } from './read-table.js';
import type { RowError } from './row-request.js';
import { takenIn } from './taken-in.js';

/** What an intake works with. */
export interface IntakeParts extends EnteringParts {
  readonly store: EventStore;
  readonly pipeline: Pick<CommandPipeline, 'execute' | 'inTurn'>;
  /** The same, writing nothing but the read log. */
  dry(): EnteringParts;
}

export interface IntakeQuestion extends Entry {
  readonly file: Uint8Array;
  /** Only says what would be refused; nothing is written. */
  readonly dryRun?: boolean;
  /** Nothing is entered while a row would be refused. */
  readonly allOrNothing?: boolean;
}

export interface IntakeResult {
  /** Id of the intake: the same file, units and user give the same. */
  readonly intake: string;
  readonly rows: number;
  readonly entered: number;
  readonly errors: readonly RowError[];
}

/**
 * Takes in what a service keeps today, row by row, by the same rules as the API. Each row is a command
 * whose key is made of the file and the line: what was entered before an interruption is entered once.
 * @throws WrongFile, NotYourRole
 */
export async function takeIn(parts: IntakeParts, question: IntakeQuestion): Promise<IntakeResult> {
  const { unit, file, identity, dryRun = false, allOrNothing = false } = question;
  const roles = unit.begin.roles ?? unit.roles.work;
  if (!roles.some((role) => role === identity.role)) throw new NotYourRole();
  const rows = readTable(file);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const { programme } = unit.decider;
  const key = `${programme}/${unit.path} ${sha256}`;
  const intake = idFrom({ identity, key }, 'intake');
  if (dryRun || allOrNothing) {
    const errors = await enterRows(parts.dry(), rows, intake, question);
    if (dryRun || errors.length > 0) return { intake, rows: rows.length, entered: 0, errors };
  }
  const begun = { programme, units: unit.path, sha256, rows: rows.length };
  await recordIntake(parts, intake, 'begin', begun, identity);
  const errors = await enterRows(parts, rows, intake, question);
  const refused = new Set(errors.map(({ line }) => line)).size;
  const entered = rows.length - refused;
  await recordIntake(parts, intake, 'complete', { entered, refused }, identity);
  return { intake, rows: rows.length, entered, errors };
}

/** What became of the file, in a stream of its own. */
export async function recordIntake(
  { store, pipeline }: Pick<IntakeParts, 'store' | 'pipeline'>,
  intake: string,
  act: keyof typeof takenIn.acts,
  body: object,
  identity: Identity,
): Promise<void> {
  const stream = streamOf(takenIn, intake);
  const [last] = await store.readStream(stream, { backwards: true, limit: 1 });
  const expected = last?.revision ?? 'none';
  const intent: Intent = { ...intentOf(identity, intake, `${act} ${randomUUID()}`), expected };
  await pipeline.execute(new Decide(takenIn, intake, act, body, intent));
}
