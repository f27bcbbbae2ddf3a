import { readFileSync } from 'node:fs';
import { jsonOf } from '../support/json.js';
import { besideSource } from '../support/beside-source.js';
import type { Figure } from './figures.js';

/**
 * Every figure of the golden year, as the demo came to it when this was written down: a change of one
 * that the strategy does not print is noticed too. `npm run -s demo -- --json` prints them anew.
 */
export function recordedFigures(): readonly Figure[] {
  const text = readFileSync(besideSource(import.meta.url, 'figures.json'), 'utf8');
  return jsonOf<Figure[]>(text);
}

/**
 * What was found, but for figures of 0 that were never written down: a programme of which the golden year
 * has nothing changes nothing in it.
 */
export function toCompare(found: readonly Figure[]): Figure[] {
  const written = recordedFigures().map(({ measure }) => measure);
  return found.filter(({ measure, ours }) => ours !== 0 || written.includes(measure));
}
