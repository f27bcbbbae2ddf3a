import type { Plain } from '@sikkerby/http';
import type { EntityManager } from 'typeorm';
import type { LinkNow } from './fact.js';
import type { FigureAnswer } from './figure.answers.js';
import type { Breakdown, Measure, Words } from './measure.js';
import { standsUnder } from './stands-under.js';
import { yearQuery } from './year-query.js';

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
  const links = await manager.query<LinkNow[]>(linksHeldAt, [asOf]);
  const { text, values } = yearQuery({
    ...{ measure, year, asOf, standsUnder: standsUnder(links) },
    ...(by ? { by } : {}),
  });
  const rows = await manager.query<CodeCount[]>(text, [...values]);
  const whole = rows.find(({ code }) => code === null);
  const { id, version, title, unit } = measure;
  const value = whole?.value ?? 0;
  const share = shareOf(value, measure, year);
  const figure = {
    ...{ measure: id, version, title, unit, year, asOf, value },
    ...(share === undefined ? {} : { share }),
    ...(measure.precision ? { precision: measure.precision } : {}),
  };
  return by ? { ...figure, breakdown: split(by, rows) } : figure;
}

/** In per cent with one decimal, as text: the same on every machine. */
function shareOf(value: number, { outOf }: Measure, year: number): string | undefined {
  const whole = outOf?.[year];
  if (whole === undefined) return undefined;
  const perMille = Math.round((value * 1000) / whole);
  return `${String(Math.trunc(perMille / 10))}.${String(perMille % 10)}`;
}

const linksHeldAt = `SELECT kind, "from", "to" FROM link
  WHERE asserted_at <= $1 AND coalesce(retracted_at > $1, true)`;

interface CodeCount {
  readonly code: string | null;
  readonly value: number;
}

function split(
  { by, title, additive, names }: Breakdown,
  rows: CodeCount[],
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
