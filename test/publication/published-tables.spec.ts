import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { threshold } from '@sikkerby/reference';
import { Measures } from '@sikkerby/statistics';
import { contexts } from '@sikkerby/system';
import { jsonOf } from '../support/json.js';
import { solver } from '../../libs/publication/releases/drafts.js';
import { publishedElsewhere } from '../../libs/publication/tables/published-elsewhere.js';
import { publishedSeries } from '../../libs/publication/tables/published-tables.js';

const measures = Measures.of(contexts);
const closed = ['exit-programme', 'infohus', 'financial-review'];

describe('the tables that may leave the house', () => {
  it('are totals only of closed programmes', () => {
    const ofClosed = publishedSeries.filter(({ measure }) =>
      closed.includes(measure.slice(0, measure.indexOf('.'))),
    );
    expect(ofClosed.length).toBe(5);
    expect(ofClosed.filter(({ tables }) => tables.flat().length > 0)).toEqual([]);
  });

  it('come to the attacker with every figure about persons that the strategy prints', () => {
    const printed = measures.all.filter((one) => one.printed && measures.countsPersons(one));
    const known = publishedElsewhere.filter(({ source }) => source === 'strategy');
    expect(known.map(({ measure, year, low }) => [measure, year, low]).sort()).toEqual(
      printed.map(({ id, printed: as }) => [id, as?.year, as?.figure]).sort(),
    );
  });

  it('hide small counts as the law of the house says, and name the solver that is installed', () => {
    expect(threshold).toBeGreaterThanOrEqual(3);
    const { dependencies } = jsonOf<{
      dependencies: Record<string, string>;
    }>(readFileSync('package.json', 'utf8'));
    expect(solver).toBe(`highs ${dependencies.highs ?? ''}`);
  });
});
