import {
  intervalsOf,
  openAttacker,
  type Known,
  type Protected,
  type Sum,
} from '@sikkerby/disclosure';
import { countedCell, problemOf } from './counted-cell.js';
import { valueOf, type Cube } from './cube.js';
import { inVersion, publicCells, toldBy, type Version } from '../releases/versions.js';

export interface JointAttack {
  /** Keys of sensitive cells that the attacker narrows below their protection. */
  readonly opened: readonly string[];
  readonly attacked: number;
}

/** Published elsewhere: a sum over the cube's finest cells, and the version that it is true of. */
export interface Elsewhere {
  readonly known: Known;
  readonly version: number;
}

export type Pause = () => Promise<void>;

/** What an attacker assumes who does not believe in more corrections than he must, and two more. */
const moreChanges = 2;

/**
 * Everything that was ever published about a measure of a year, attacked at once.
 * @param versions in the order in which they were published
 */
export async function jointAttack(
  cube: Cube,
  versions: readonly Version[],
  elsewhere: readonly Elsewhere[],
  pause: Pause,
): Promise<JointAttack> {
  const asked: (readonly [version: number, cell: Protected & Sum])[] = [];
  for (const [number, version] of versions.entries()) {
    const itsFigures = elsewhere.flatMap((one) => (one.version === number ? [one.known] : []));
    const cells = await sensitiveIn(cube, version, itsFigures, pause);
    asked.push(...cells.map((cell) => [number, cell] as const));
  }
  if (asked.length === 0) return { opened: [], attacked: 0 };
  const size = cube.size * (2 * versions.length - 1);
  const told = [
    ...versions.flatMap(({ tables }, number) =>
      toldBy(cube, tables).map((known) => ({
        ...known,
        ...inVersion(known, number, cube.size),
        key: `${String(number)} ${known.key}`,
      })),
    ),
    ...versions.slice(1).flatMap((_, number) => neverNegative(cube, number + 1)),
    ...elsewhere.map(({ known, version }) => ({
      ...known,
      ...inVersion(known, version, cube.size),
    })),
  ];
  const fewest = await fewestChanges(size, cube.size, versions.length, told, pause);
  const attacker = await openAttacker(size, [...told, ...fewest]);
  const opened: string[] = [];
  for (const [number, cell] of asked) {
    const { key } = cell;
    const covered = attacker.covers(inVersion(cell, number, cube.size), cell);
    await pause();
    if (covered !== 'yes') opened.push(number === versions.length - 1 ? key : `${key} before`);
  }
  attacker.close();
  return { opened, attacked: asked.length };
}

/** No finest cell counts less than nothing in a later version either. */
function neverNegative(cube: Cube, version: number): Known[] {
  return Array.from({ length: cube.size }, (_, part) => ({
    ...inVersion({ plus: [part] }, version, cube.size),
    ...{ key: `${String(version)} part ${String(part)}`, low: 0, high: Infinity },
  }));
}

/** As many changes from each version to the next as there must have been, and two more. */
async function fewestChanges(
  size: number,
  perVersion: number,
  versions: number,
  told: readonly Known[],
  pause: Pause,
): Promise<Known[]> {
  if (versions < 2) return [];
  const attacker = await openAttacker(size, told);
  const fewest: Known[] = [];
  for (let step = 1; step < versions; step++) {
    const from = perVersion * (2 * step - 1);
    const plus = Array.from({ length: 2 * perVersion }, (_, part) => from + part);
    const { low } = attacker.range({ plus });
    await pause();
    fewest.push({ key: `changes ${String(step)}`, plus, low: 0, high: low + moreChanges });
  }
  attacker.close();
  return fewest;
}

/** What must be protected in a version, from what stood behind it; the low ends as zeros allow. */
async function sensitiveIn(
  cube: Cube,
  { tables, counts }: Version,
  elsewhere: readonly Known[],
  pause: Pause,
): Promise<(Protected & Sum)[]> {
  const cells = publicCells(cube, tables).map(({ key, plus }) =>
    countedCell(key, plus, valueOf({ plus }, counts)),
  );
  if (!cells.some((cell) => cell.protect)) return [];
  const problem = problemOf(cube.size, cells, elsewhere);
  const { intervals } = await intervalsOf(problem, { pause });
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  return intervals.map((interval) => ({ ...interval, plus: byKey.get(interval.key)?.plus ?? [] }));
}
