import { yearSpan, type Day } from '@sikkerby/kernel';
import { nameOn, type DistrictMap, type Districts } from '@sikkerby/reference';
import type { Figure } from './compute.js';
import { WrongQuestion } from './measure.js';

type Rows = NonNullable<Figure['breakdown']>['rows'];

/** A map of districts as it was on a day. */
export interface MapOn {
  readonly map: DistrictMap;
  readonly on: Day;
}

interface AboutMaps {
  readonly year: number;
  readonly by?: string;
  readonly map?: DistrictMap;
  readonly mapOn?: Day;
}

/** The map that is asked for, if one is. @throws WrongQuestion */
export function mapAskedFor({ year, by, map, mapOn }: AboutMaps): MapOn | undefined {
  if (map === undefined) {
    if (mapOn !== undefined) throw new WrongQuestion('mapOn', 'asked for with a map');
    return undefined;
  }
  if (by !== 'district') throw new WrongQuestion('map', 'asked for with by=district');
  return { map, on: mapOn ?? yearSpan(year).to };
}

/**
 * A figure by district, each under the name that it had at the end of the year; or counted on a map,
 * each row under the name that its district had on the map's day. Facts keep the code of their time.
 * @throws WrongQuestion when a district of the figure lies in no single district of the map
 */
export function inDistricts(figure: Figure, districts: Districts, map: MapOn | undefined): Figure {
  const { breakdown, year } = figure;
  if (!breakdown) return figure;
  if (map) {
    const rows = onMap(breakdown.rows, districts, map, year);
    return { ...figure, breakdown: { ...breakdown, map, rows } };
  }
  const rows = breakdown.rows.map((row) => {
    const district = districts.find('operations', row.code);
    return district ? { ...row, title: nameOn(district, yearSpan(year).to) } : row;
  });
  return { ...figure, breakdown: { ...breakdown, rows } };
}

function onMap(rows: Rows, districts: Districts, { map, on }: MapOn, year: number): Rows {
  const known = rows.filter(({ code }) => code !== 'unknown');
  const placed = known.map((row) => ({ row, around: districts.around(row.code, map, on) }));
  const outside = placed.flatMap(({ row, around }) => (around ? [] : [row.code]));
  if (outside.length > 0) {
    const whole = `one that covers ${String(year)}: on ${on} no single district of it holds`;
    throw new WrongQuestion('map', `${whole} ${outside.join(', ')}`);
  }
  const byCode = new Map<string, Rows[number]>();
  for (const { row, around } of placed) {
    if (!around) continue;
    const { code } = around;
    const value = (byCode.get(code)?.value ?? 0) + row.value;
    byCode.set(code, { code, value, title: nameOn(around, on) });
  }
  const unknown = rows.filter(({ code }) => code === 'unknown');
  return [...byCode.values(), ...unknown].sort((one, other) => (one.code < other.code ? -1 : 1));
}
