import type { Plain } from '@sikkerby/http';
import type { EntityManager } from 'typeorm';
import type { LinkNow } from '../facts/fact.js';
import type { FigureAnswer } from './figure.answers.js';
import type { Breakdown, Measure, Words } from './measure.js';
import { standsUnder } from './stands-under.js';
import { crossedQuery, figureQuery, type YearQuestion } from './year-query.js';

export type Figure = Plain<FigureAnswer>;

export interface Question {
  readonly measure: Measure;
  readonly year: number;
  /** A position of the log: as known there, inclusive. */
  readonly asOf: string;
  readonly by?: Breakdown | undefined;
}

/** A row of a figure: the whole, which has no code, or what is in one row of a breakdown. */
export interface Cell {
  readonly by: string | null;
  readonly code: string | null;
  readonly value: number;
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

/** The whole and every row of the splits, the whole first, the rest in code units. */
export async function cellsOf(manager: EntityManager, question: YearQuestion): Promise<Cell[]> {
  const { text, values } = figureQuery(question);
  return manager.query<Cell[]>(text, [...values]);
}

/** A combination of codes, one of each split, and how much is in it. */
export interface CrossedCell {
  readonly codes: readonly string[];
  readonly value: number;
}

/** The figure by all of the splits at once: the combinations that occur, in code units. */
export async function crossed(
  manager: EntityManager,
  question: YearQuestion,
): Promise<CrossedCell[]> {
  const { text, values } = crossedQuery(question);
  return manager.query<CrossedCell[]>(text, [...values]);
}

/** Under which name each merged unit and linked person counts, as known at the position. */
export async function linksAt(
  manager: EntityManager,
  asOf: string,
): Promise<ReadonlyMap<string, string>> {
  return standsUnder(await manager.query<LinkNow[]>(linksHeldAt, [asOf]));
}

/** In per cent with one decimal, as text: the same on every machine. */
export function shareOf(value: number, { outOf }: Measure, year: number): string | undefined {
  const whole = outOf?.[year];
  if (whole === undefined) return undefined;
  const perMille = Math.round((value * 1000) / whole);
  return `${String(Math.trunc(perMille / 10))}.${String(perMille % 10)}`;
}

const linksHeldAt = `SELECT kind, "from", "to" FROM link
  WHERE asserted_at <= $1 AND coalesce(retracted_at > $1, true)`;

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
