import { readFileSync } from 'node:fs';
import { cellsIn } from './cells.js';
import { besideSource } from '../../support/beside-source.js';

export const programmesText = readFileSync(besideSource(import.meta.url, 'programmes.md'), 'utf8');

/** A line of `programmes.md`. */
interface Line {
  /** A programme, or one kind of its records: `infohus`, `infohus/enquiries`. */
  readonly records: string;
  readonly access: string;
  readonly isAboutPersons: boolean;
  readonly roles: Readonly<Record<string, string>>;
}

function linesIn(text: string): Line[] {
  const [lines = ''] = text.split('\n## ');
  return cellsIn(lines).map(([records = '', access = '', about, work = '', read = '']) => {
    return { records, access, isAboutPersons: about === 'a person', roles: { work, read } };
  });
}

const ofPersons = linesIn(programmesText)
  .filter(({ isAboutPersons }) => isAboutPersons)
  .map(({ records, roles }) => ({
    programme: records.replace(/\/.*/, ''),
    work: roles.work ?? '',
  }));

/** Programmes of `programmes.md` that have a register of persons. */
export const programmesOfPersons: readonly string[] = [
  ...new Set(ofPersons.map(({ programme }) => programme)),
];

/** Who works with the persons of each of them, as `programmes.md` names them. */
export const namedWorkers: ReadonlyMap<string, string> = new Map(
  ofPersons.map(({ programme, work }) => [programme, work]),
);

/** What no route is about. */
export function linesWithoutRoute(routes: readonly string[]): string[] {
  return linesIn(programmesText)
    .map(({ records }) => records)
    .filter((records) => !routes.some((route) => route.includes(` /${records}/`)));
}

/** The cells of a row of the matrix for each line and each row about its access. */
export function rowsOfLines(text: string): string[][] {
  const [, answers = ''] = text.split('\n## ');
  const byAccess = cellsIn(answers);
  return linesIn(text).flatMap((line) =>
    byAccess
      .filter(([, access = '']) => access.split(', ').includes(line.access))
      .flatMap(([routes = '', , who = '', ...cells]) => {
        const named = who.split(', ').map((each) => line.roles[each] ?? '');
        const roles = named.filter((each) => each !== '').join(', ');
        return routes
          .split(', ')
          .map((route) => [routeOf(line, route), roles, ...told(line, cells)]);
      }),
  );
}

function routeOf({ records }: Line, route: string): string {
  const path = records.includes('/') ? records : `${records}/*`;
  return route.replace('{records}', `/${path}`);
}

const erased = 4;

function told({ isAboutPersons }: Line, cells: readonly string[]): string[] {
  if (isAboutPersons) return [...cells];
  return cells.map((cell, at) => (at === erased || cell.includes('person') ? 'no person' : cell));
}
