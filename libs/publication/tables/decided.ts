import { probablyMeant } from '@sikkerby/configuration';
import type { Measures } from '@sikkerby/statistics';
import { publishedElsewhere } from './published-elsewhere.js';
import { notPublished, publishedSeries, type PublishedSeries } from './published-tables.js';
import type { PublicFigure } from '../releases/release.js';

/** Of which measures something leaves the house or is out already, and of which nothing leaves. */
export interface Decisions {
  readonly published: readonly PublishedSeries[];
  readonly notPublished: readonly string[];
  readonly elsewhere: readonly Pick<PublicFigure, 'measure' | 'codes'>[];
}

const ours: Decisions = { published: publishedSeries, notPublished, elsewhere: publishedElsewhere };
const lists = 'publishedSeries or notPublished';

/**
 * What cannot be meant, each with what to write: a measure that there is not, one of which nobody has
 * decided whether it is published, a breakdown that it does not have or whose rows do not add up, and
 * persons that would leave as if they were none.
 */
export function undecided(measures: Measures, decisions = ours): string[] {
  const { published, elsewhere } = decisions;
  const ids = [...new Set(measures.all.map(({ id }) => id))];
  const isKnown = ({ measure }: { readonly measure: string }) => ids.includes(measure);
  const decided = [...published.map(({ measure }) => measure), ...decisions.notPublished];
  const named = new Set([...decided, ...elsewhere.map(({ measure }) => measure)]);
  const found = [
    ...[...named].flatMap((id) => unknownMeasure(id, ids)),
    ...ids
      .filter((id) => !decided.includes(id))
      .map((id) => `nobody decided on the measure '${id}': write it into ${lists}`),
    ...decided
      .filter((id, at) => decided.indexOf(id) < at)
      .map((id) => `'${id}' is decided on twice: write it once into ${lists}`),
    ...published.filter(isKnown).flatMap((series) => wrongIn(series, measures)),
    ...elsewhere.filter(isKnown).flatMap(({ measure, codes }) => {
      const splits = measures.find(measure, {}).breakdowns.map(({ by }) => by);
      return Object.keys(codes).flatMap((by) => unknownSplit(measure, by, splits));
    }),
  ];
  return [...new Set(found)].map((sentence) => `what is published: ${sentence}`);
}

function wrongIn({ measure: id, persons, tables, sensitive }: PublishedSeries, all: Measures) {
  const measure = all.find(id, {});
  const additive = measure.breakdowns.filter((one) => one.additive).map(({ by }) => by);
  const splits = [...tables.flat(), ...(sensitive === undefined ? [] : [sensitive])];
  const found = splits.flatMap((by) => unknownSplit(id, by, additive));
  const counts = all.countsPersons(measure);
  if (counts !== persons) found.push(`'${id}': write persons: ${String(counts)}, as it counts`);
  if (tables.length === 0) found.push(`'${id}' has no table: write total, or notPublished`);
  return found;
}

function unknownMeasure(id: string, ids: readonly string[]): string[] {
  if (ids.includes(id)) return [];
  const name = probablyMeant(id, ids);
  return [`there is no measure '${id}': write ${name ? `'${name}'` : 'the id of one'}`];
}

/** A table needs breakdowns whose rows add up; what others have published may be split by any. */
function unknownSplit(id: string, by: string, splits: readonly string[]): string[] {
  if (splits.includes(by)) return [];
  const name = probablyMeant(by, splits);
  const advice = name ? `'${name}'` : `one of ${splits.join(', ') || 'none'}`;
  return [`'${id}' cannot be split by '${by}': write ${advice}`];
}
