import { createHash, randomUUID } from 'node:crypto';
import { NotYourRole, type Identity, type Policies, type ReadLog } from '@sikkerby/access';
import { Decide, idFrom, streamOf, type DecideHandler, type Intent } from '@sikkerby/decisions';
import type { EventStore } from '@sikkerby/event-store';
import { dayInCopenhagen, Rejection } from '@sikkerby/kernel';
import type { Register } from '@sikkerby/people';
import type { GiveCommand, UnitDefinition } from '@sikkerby/programmes';
import { PersonsOfRows } from './persons-of-rows.js';
import { readTable, type TableRow } from './read-table.js';
import { requestOf, type RowError } from './row-request.js';
import { takenIn } from './taken-in.js';

interface EnteringParts {
  readonly register: Register;
  readonly policies: Policies;
  readonly readLog: ReadLog;
  readonly commands: GiveCommand;
}

/** What an intake works with. */
export interface IntakeParts extends EnteringParts {
  readonly store: EventStore;
  readonly handler: Pick<DecideHandler, 'execute'>;
  /** The same, writing nothing but the read log. */
  dry(): EnteringParts;
}

export interface IntakeQuestion {
  readonly unit: UnitDefinition;
  readonly file: Uint8Array;
  readonly identity: Identity;
  /** Only says what would be refused; nothing is written. */
  readonly dryRun?: boolean;
  /** Nothing is entered while a row would be refused. */
  readonly allOrNothing?: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface IntakeResult {
  /** Id of the intake: the same file, units and user give the same. */
  readonly intake: string;
  readonly rows: number;
  readonly entered: number;
  readonly errors: readonly RowError[];
}

const atOnce = 128;

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
    const errors = await enter(parts.dry(), rows, intake, question);
    if (dryRun || errors.length > 0) return { intake, rows: rows.length, entered: 0, errors };
  }
  const begun = { programme, units: unit.path, sha256, rows: rows.length };
  await recordIntake(parts, intake, 'begin', begun, identity);
  const errors = await enter(parts, rows, intake, question);
  const refused = new Set(errors.map(({ line }) => line)).size;
  const entered = rows.length - refused;
  await recordIntake(parts, intake, 'complete', { entered, refused }, identity);
  return { intake, rows: rows.length, entered, errors };
}

async function enter(
  { register, policies, readLog, commands }: EnteringParts,
  rows: readonly TableRow[],
  intake: string,
  { unit, identity, onProgress }: IntakeQuestion,
): Promise<RowError[]> {
  const { programme } = unit.decider;
  const persons = new PersonsOfRows(register, policies, programme, identity);
  const found: RowError[] = [];
  const waiting = rows.values();
  let done = 0;

  async function enterRow(row: TableRow): Promise<readonly RowError[]> {
    const intent = intentOf(identity, intake, `line ${String(row.line)}`);
    const about = await persons.withSubject(row, intent.key);
    const { body, errors } = requestOf(unit.begin.request, about);
    if (errors.length === 0) await commands.begin(unit, body, intent);
    return errors;
  }

  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const row of waiting) {
        found.push(...(await refusals(row, () => enterRow(row))));
        onProgress?.((done += 1), rows.length);
      }
    }),
  );
  const seen = (await persons.subjects()).map((subject) => ({ programme, subject }));
  if (seen.length > 0) {
    const look = { verb: 'collect', purpose: 'case-work', route: '/intake' } as const;
    await readLog.write({ ...look, identity, seen, correlationId: intake });
  }
  return found.sort((one, other) => one.line - other.line);
}

/** A rule's refusal is an error of the row; anything else ends the intake, which can be gone on with. */
async function refusals(
  { line }: TableRow,
  work: () => Promise<readonly RowError[]>,
): Promise<readonly RowError[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Rejection) return [{ line, detail: error.rule }];
    throw error;
  }
}

/** Every event of an intake has its id as the correlation id. */
export function intentOf(identity: Identity, intake: string, what: string): Intent {
  const today = dayInCopenhagen(new Date());
  return { identity, key: `${intake} ${what}`, expected: 'none', correlationId: intake, today };
}

/** What became of the file, in a stream of its own. */
export async function recordIntake(
  { store, handler }: Pick<IntakeParts, 'store' | 'handler'>,
  intake: string,
  act: keyof typeof takenIn.acts,
  body: object,
  identity: Identity,
): Promise<void> {
  const stream = streamOf(takenIn, intake);
  const [last] = await store.readStream(stream, { backwards: true, limit: 1 });
  const expected = last?.revision ?? 'none';
  const intent: Intent = { ...intentOf(identity, intake, `${act} ${randomUUID()}`), expected };
  await handler.execute(new Decide(takenIn, intake, act, body, intent));
}
