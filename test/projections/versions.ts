import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { positionAfter } from '@sikkerby/kernel';
import type { Projection } from '@sikkerby/projections';
import { jsonOf } from '../support/json.js';
import { RowsInMemory } from '../../libs/platform/projections/rows-in-memory.js';
import { fenceOf } from '../../libs/platform/projections/seen-by.js';
import { shapesOf, type TableShape } from '../../libs/platform/projections/table-shape.js';
import { historiesOf, sampleFiles, type History } from '../events/samples.js';
import { besideSource } from '../support/beside-source.js';

/** What a version of a projection makes, in digests. */
export interface Version {
  readonly version: number;
  /** Of its tables, who sees their rows, and which events it reads. */
  readonly tables: string;
  /** Of the rows that the recorded samples make, by the type of the last event of each. */
  readonly rows: Readonly<Record<string, string>>;
}

/** By the name of the projection. */
export type Versions = Readonly<Record<string, Version>>;

const file = besideSource(import.meta.url, 'versions.json');
const recordAgain = 'RECORD_DIGESTS=1 npx jest test/projections/versions';

/** What every projection is like now. */
export async function versionsOf(projections: readonly Projection[]): Promise<Versions> {
  const samples = [...sampleFiles].sort().map((name) => {
    return { type: name.replace(/\.json$/, ''), histories: historiesOf(name) };
  });
  const versions: Record<string, Version> = {};
  for (const projection of [...projections].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )) {
    const shapes = await shapesOf(projection);
    const read = samples.filter(({ type }) =>
      projection.reads.some((prefix) => type.startsWith(prefix)),
    );
    versions[projection.name] = {
      version: projection.version,
      tables: digestOf({
        tables: shapes.map(({ name, columns, indexes }) => ({
          name,
          columns: columns.map(({ definition }) => definition).sort(),
          indexes: [...indexes].sort(),
        })),
        fence: fenceOf(projection, shapes, ({ name }) => name),
        reads: [...projection.reads].sort(),
      }),
      rows: Object.fromEntries(
        read.map(({ type, histories }) => [
          type,
          digestOf(histories.map((history) => rowsOf(projection, shapes, history))),
        ]),
      ),
    };
  }
  return versions;
}

/** Rows as they are stored, of each table. The names that the code has for things are not in them. */
function rowsOf(projection: Projection, shapes: readonly TableShape[], history: History): object {
  const rows = new RowsInMemory(shapes);
  for (const [revision, event] of history.events.entries()) {
    const poison = rows.fold(projection, {
      ...event,
      id: `event-${revision}`,
      stream: `${history.decider.category}-unit`,
      revision,
      position: positionAfter(revision + 1),
      recordedAt: '2026-11-29T12:00:00.000Z',
      actor: { user: 'sample.user', role: 'sample-role', organisation: 'sample' },
      correlationId: 'sample',
    });
    if (poison) throw new Error(`${projection.name}: ${poison.error} at ${event.type}`);
  }
  return shapes.map(({ table, name, columns }) => ({
    name,
    rows: [...rows.of(table)].map((row) =>
      Object.fromEntries(columns.map((column) => [column.name, row[column.property]])),
    ),
  }));
}

function digestOf(content: object): string {
  const text = canonicalize(content) ?? '';
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Those that were recorded. */
export function recordedVersions(): Versions {
  return existsSync(file) ? jsonOf<Versions>(readFileSync(file, 'utf8')) : {};
}

/** Writes what each is like now. */
export function recordVersions(now: Versions): void {
  writeFileSync(file, toRecord(recordedVersions(), now));
}

/** The text to record. @throws Error when one makes something else under the same version */
export function toRecord(recorded: Versions, now: Versions): string {
  const wrong = unraised(recorded, now);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return `${JSON.stringify(now, undefined, 2)}\n`;
}

/** What is not as it was recorded, each in one line that says what to do. */
export function differences(recorded: Versions, now: Versions): string[] {
  const wrong = unraised(recorded, now);
  if (wrong.length > 0) return wrong;
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
  return names
    .filter((name) => canonicalize(recorded[name]) !== canonicalize(now[name]))
    .map((name) => `${name}: versions.json does not have it as it is now: ${recordAgain}`);
}

/**
 * Projections that make something else under the same version, or have a lower one: what is stored of
 * them would be taken for what they make now. Events that there were no samples of have no rows yet.
 */
function unraised(recorded: Versions, now: Versions): string[] {
  return Object.entries(now).flatMap(([name, { version, tables, rows }]) => {
    const known = recorded[name];
    if (!known || version > known.version) return [];
    if (version < known.version) return [`${name}: its version is below ${known.version}`];
    const changed = Object.keys(known.rows).filter((type) => rows[type] !== known.rows[type]);
    const what = [
      ...(tables === known.tables ? [] : ['its tables, their readers or what it reads']),
      ...(changed.length === 0 ? [] : [`its rows of ${few(changed)}`]),
    ];
    if (what.length === 0) return [];
    const raise = `raise ${whereIsTheVersion(name)} above ${version}, then npm run build`;
    return [`${name}: changed ${what.join(' and ')}: ${raise} && ${recordAgain}`];
  });
}

function few(types: readonly string[]): string {
  const more = types.length - 2;
  return types.slice(0, 2).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function whereIsTheVersion(name: string): string {
  const [context = '', question] = name.split('.');
  if (question === 'work') return `listsVersion in ${context}.programme.ts`;
  if (question === 'facts') return `version in ${context}.facts.ts`;
  return 'version beside that name';
}
