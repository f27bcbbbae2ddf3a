import type { Plain } from '@sikkerby/http';
import type { MeasureAnswer } from './measure.answers.js';
import type { Measure } from './measure.js';
import { rulesOf } from './rules.js';

const source = {
  da: 'Københavns Kommunes kriminalitetsforebyggende strategi Sikker By',
  en: 'Sikker By, the crime-prevention strategy of the City of Copenhagen',
};

/** A measure as people look it up. */
export function inCatalogue(measure: Measure): Plain<MeasureAnswer> {
  const { id, version, title, description, unit, distinct, kind, since } = measure;
  return {
    ...{ id, version, title, description, unit, distinct, kind },
    ...(since === undefined ? {} : { since }),
    where: Object.entries(measure.where).map(([code, values]) => ({ code, values: [...values] })),
    rules: rulesOf(measure),
    breakdowns: measure.breakdowns.map(({ by, title, additive }) => ({ by, title, additive })),
    ...(measure.precision ? { precision: measure.precision } : {}),
    ...(measure.printed ? { printed: measure.printed, source } : {}),
  };
}
