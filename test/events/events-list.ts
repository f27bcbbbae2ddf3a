import { existsSync, readFileSync } from 'node:fs';
import { isDay } from '@sikkerby/kernel';
import { programmes } from '@sikkerby/programmes';
import { strategy } from '@sikkerby/strategy';
import { besideSource } from '../support/beside-source.js';
import { golden, registry } from './samples.js';

export const eventsFile = besideSource(import.meta.url, '../../libs/programmes/EVENTS.md');

const heading = `# Events

Every type of event that the programmes and the strategy can read from the log; the fields of its data and
their types are read off the recorded samples (\`test/events\`), so that a field or a type that no sample has
is missing. Written by \`npm run events-list\`, compared by \`test/events/events-list.spec.ts\`.

A field with \`?\` is not in every sample. An id stands for a person, a unit or another event's; a sealed text
is a reference to a text in the vault. \`since\` is the version of the system that could read it first. Of an
older version the log may hold events still: they are read as the newer one.

| Type | Programme | Data | Since |
| ---- | --------- | ---- | ----- |
`;

const contexts = [...programmes, ...strategy];

/** The types of which there must be a row, sorted. */
export function listedTypes(): string[] {
  return registry.readable.filter((type) => programmeOf(type) !== undefined);
}

/** The list that was written last. */
export function writtenList(): string {
  return existsSync(eventsFile) ? readFileSync(eventsFile, 'utf8') : '';
}

/**
 * The list of those types as it is to be written after the one before it.
 * @param version of the system, for types that were not in the list before
 * @param readAs the newest version of a type
 * @throws Error for a type that is in the list before and cannot be read any more
 */
export function eventsList(
  types: readonly string[],
  before: string,
  version: string,
  readAs = (type: string) => registry.readAs(type),
): string {
  const since = new Map(
    [...before.matchAll(/^\| `(\S+)`(?:, read as `\S+`)? \|.*\| (\S+) \|$/gm)].map(
      ([, type = '', first = '']) => [type, first] as const,
    ),
  );
  const gone = [...since.keys()].filter((type) => !types.includes(type));
  if (gone.length > 0) {
    const advice = 'an event is never renamed or removed; register its upcaster to the new one';
    throw new Error(`${gone.join(', ')}: in EVENTS.md but read no more: ${advice}`);
  }
  const rows = types.map((type) => {
    const { samples } = golden(`${type}.json`);
    const data = fieldsOf(samples.map((sample) => sample.data));
    const now = readAs(type);
    const name = now === type ? `\`${type}\`` : `\`${type}\`, read as \`${now}\``;
    const title = programmeOf(type)?.title.en ?? '';
    return `| ${name} | ${title} | ${data || '–'} | ${since.get(type) ?? version} |\n`;
  });
  return heading + rows.join('');
}

function programmeOf(type: string) {
  return contexts.find(({ name }) => name === type.slice(0, type.indexOf('.')));
}

/** What the objects have in common and apart, such as `district: code, endsOn?: day`. */
function fieldsOf(objects: readonly object[]): string {
  const names = new Set(objects.flatMap((each) => Object.keys(each)));
  const fields = [...names].map((name) => {
    const having = objects.flatMap((each) =>
      Object.entries(each).filter(([known]) => known === name),
    );
    const types = typesOf(having.map(([, value]) => value as unknown));
    return `${name}${having.length < objects.length ? '?' : ''}: ${types}`;
  });
  return fields.join(', ');
}

function typesOf(values: readonly unknown[]): string {
  const objects = values.filter((value) => isObject(value) && !('vault' in value)) as object[];
  const lists = values.filter((value) => Array.isArray(value)) as unknown[][];
  const simple = values.filter((value) => !isObject(value) || 'vault' in value).map(simpleType);
  const types = new Set(simple.filter((type) => type !== undefined));
  if (objects.length > 0) types.add(`{ ${fieldsOf(objects)} }`);
  if (lists.length > 0) {
    const elements = typesOf(lists.flat());
    types.add(elements === '' ? 'empty list' : `list of ${elements}`);
  }
  return [...types].join(' or ');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function simpleType(value: unknown): string | undefined {
  if (Array.isArray(value)) return undefined;
  if (value === null) return 'null';
  if (typeof value === 'object') return 'sealed text';
  if (typeof value !== 'string') return typeof value;
  if (isDay(value)) return 'day';
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return 'id';
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return 'instant';
  return /^[A-Za-z0-9-]+$/.test(value) ? 'code' : 'text';
}
