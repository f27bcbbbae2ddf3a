import type { Identity, Policies, ReadLog } from '@sikkerby/access';
import { isRefusal, type CommandPipeline, type Decide, type Refusal } from '@sikkerby/commands';
import { dayInCopenhagen, Rejection } from '@sikkerby/kernel';
import type { Register } from '@sikkerby/people';
import type { GiveCommand, UnitDefinition } from '@sikkerby/case-kit/edge';
import { intentOf } from './intent-of.js';
import { PersonsOfRows } from './persons-of-rows.js';
import type { TableRow } from './read-table.js';
import { requestOf, type RowError } from './row-request.js';

export interface EnteringParts {
  readonly register: Register;
  readonly policies: Policies;
  readonly readLog: ReadLog;
  readonly commands: GiveCommand;
  readonly pipeline: Pick<CommandPipeline, 'inTurn'>;
}

/** Whose rows become which units. */
export interface Entry {
  readonly unit: UnitDefinition;
  readonly identity: Identity;
  readonly onProgress?: (done: number, of: number) => void;
}

interface Given {
  readonly line: number;
  readonly command: Decide;
}

/** Rows that are worked on before others are looked at: of those, the ones of a unit are one append. */
const stretch = 10_000;
/** What is worked on at a time. */
const atOnce = 128;
/** Rows of a unit that are decided before others of it are. */
const most = 100;

/** Each row as a command, those of a unit in the order of the file. @returns what is wrong, by line */
export async function enterRows(
  parts: EnteringParts,
  rows: readonly TableRow[],
  intake: string,
  { unit, identity, onProgress }: Entry,
): Promise<RowError[]> {
  const { register, policies, readLog, commands, pipeline } = parts;
  const { programme } = unit.decider;
  const persons = new PersonsOfRows(register, policies, programme, identity);
  const found: RowError[] = [];
  const today = dayInCopenhagen(new Date());
  let done = 0;
  const finish = (errors: readonly RowError[]) => {
    found.push(...errors);
    onProgress?.((done += 1), rows.length);
  };

  async function asCommand(row: TableRow): Promise<Given[]> {
    const { line } = row;
    try {
      const intent = intentOf(identity, intake, `line ${String(line)}`, today);
      const about = await persons.withSubject(row, intent.key);
      const { body, errors } = requestOf(unit.begin.request, about);
      if (errors.length === 0)
        return [{ line, command: await commands.toBegin(unit, body, intent) }];
      finish(errors);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      finish([refused(line, error)]);
    }
    return [];
  }

  async function give(given: readonly Given[]): Promise<void> {
    for (const some of partsOf(given, most)) {
      const refusals = await pipeline.inTurn(
        some.map(({ command }) => command),
        { isNew: unit.begin.idOf === undefined },
      );
      for (const [at, { line }] of some.entries()) {
        const refusal = refusals[at];
        finish(refusal ? [refused(line, refusal)] : []);
      }
    }
  }

  for (const some of partsOf(rows, stretch)) {
    const given = (await allOf(some, asCommand)).flat();
    await allOf(byUnit(given), give);
  }
  const seen = (await persons.subjects()).map((subject) => ({ programme, subject }));
  if (seen.length > 0) {
    const look = { verb: 'collect', purpose: 'case-work', route: '/intake' } as const;
    await readLog.write({ ...look, identity, seen, correlationId: intake });
  }
  return found.sort((one, other) => one.line - other.line);
}

function refused(line: number, refusal: Refusal): RowError {
  return { line, detail: refusal instanceof Rejection ? refusal.rule : 'not-your-unit' };
}

function byUnit(given: readonly Given[]): Given[][] {
  const units = new Map<string, Given[]>();
  for (const one of given) {
    const others = units.get(one.command.id);
    if (others) others.push(one);
    else units.set(one.command.id, [one]);
  }
  return [...units.values()];
}

function partsOf<Item>(items: readonly Item[], length: number): (readonly Item[])[] {
  const parts = Math.ceil(items.length / length);
  return Array.from({ length: parts }, (_, at) => items.slice(at * length, (at + 1) * length));
}

/** The answers, in order; so many are worked on at a time. */
async function allOf<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const waiting = items.entries();
  const workers = Array.from({ length: atOnce }, async () => {
    for (const [at, item] of waiting) answers[at] = await work(item);
  });
  await Promise.all(workers);
  return answers;
}
