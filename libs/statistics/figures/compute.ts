import type { Plain } from '@sikkerby/http';
import type { EntityManager } from 'typeorm';
import type { FigureAnswer } from './figure.answers.js';
import type { Breakdown, Measure, Words } from './measure.js';
import { cellsOf, type Cell } from '../questions/figure.js';
import { linksHeld } from '../questions/links-held.js';
import { standsUnder } from './stands-under.js';

export type Figure = Plain<FigureAnswer>;

export interface Question {
  readonly measure: Measure;
  readonly year: number;
  /** A position of the log: as known there, inclusive. */
  readonly asOf: string;
  readonly by?: Breakdown | undefined;
}

/** The figure, from the facts of the read model that the manager is looking at. */
export async function compute(manager: EntityManager, question: Question): Promise<Figure> {
  const { measure, year, asOf, by } = question;
  const splits = by ? [by] : [];
  const links = await linksAt(manager, asOf);
  const cells = await cellsOf(manager, { measure, year, asOf, splits, standsUnder: links });
  const { id, version, title, unit } = measure;
  const value = cells.find(({ code }) => code === null)?.value ?? 0;
  const share = shareOf(value, measure, year);
  const figure = {
    ...{ measure: id, version, title, unit, year, asOf, value },
    ...(share === undefined ? {} : { share }),
    ...(measure.precision ? { precision: measure.precision } : {}),
  };
  return by ? { ...figure, breakdown: split(by, cells) } : figure;
}

/** Under which name each merged unit and linked person counts, as known at the position. */
export async function linksAt(
  manager: EntityManager,
  asOf: string,
): Promise<ReadonlyMap<string, string>> {
  return standsUnder(await linksHeld(manager, asOf));
}

/** In per cent with one decimal, as text: the same on every machine. */
export function shareOf(value: number, { outOf }: Measure, year: number): string | undefined {
  const whole = outOf?.[year];
  if (whole === undefined) return undefined;
  const perMille = Math.round((value * 1000) / whole);
  return `${String(Math.trunc(perMille / 10))}.${String(perMille % 10)}`;
}

function split(
  { by, title, additive, names }: Breakdown,
  rows: readonly Cell[],
): NonNullable<Figure['breakdown']> {
  const unknown = { da: 'Uoplyst', en: 'Unknown' };
  return {
    ...{ by, title, additive },
    rows: rows.flatMap(({ code, value }) =>
      code === null
        ? []
        : [{ code, value, title: names[code] ?? (code === 'unknown' ? unknown : bare(code)) }],
    ),
  };
}

function bare(code: string): Words {
  return { da: code, en: code };
}
