import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { positionAfter } from '@sikkerby/kernel';
import { programmes } from '@sikkerby/programmes';
import { Random } from '../golden-year/random.js';
import { counts } from '../support/effort.js';
import { AnyHistory } from './support/any-history.js';
import { Ledger, type Count } from './support/ledger.js';
import { plainCount } from './support/plain-count.js';
import { slowCount } from './support/slow-count.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(600));

const { histories } = counts;
const eventsOfEach = 2000;
const years = [2016, 2017, 2018];
/** Seeds that give every measure something to count. */
const alwaysTried: [[number, number]][] = [1, 2, 3].map((seed) => [[seed, 0.5]]);

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

describe(`over ${histories} histories of ${eventsOfEach} events`, () => {
  it('every measure, as known at any position, is what a plain count comes to', async () => {
    const found = new Map<string, number>();
    const seeds = fc.tuple(fc.integer(), fc.double({ min: 0.3, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(seeds, async ([seed, part]) => {
        const { log } = new AnyHistory(new Random(seed)).grow(eventsOfEach);
        for (const { name, measures, projections } of programmes) {
          const facts = projections.find((each) => each.name === `${name}.facts`);
          if (!facts) continue;
          await ledger.load(log, facts);
          for (const length of [log.length, Math.ceil(part * log.length)]) {
            const known = log.slice(0, length);
            const cut = known.at(-1)?.position ?? positionAfter(0);
            for (const year of years) {
              const statement = await ledger.statement(measures, year, cut);
              for (const { measure, value, breakdowns } of statement.measures) {
                found.set(measure, (found.get(measure) ?? 0) + value);
                const rows = breakdowns.map(({ by, rows: each }) => [
                  by,
                  Object.fromEntries(each.map((row) => [row.code, row.value])),
                ]);
                const ours = { value, rows: Object.fromEntries(rows) as Count['rows'] };
                expect([measure, year, ours]).toEqual([
                  measure,
                  year,
                  plainCount(known, measure, year) ??
                    casesCounted(
                      known,
                      measure,
                      year,
                      breakdowns.map(({ by }) => by),
                    ),
                ]);
              }
            }
          }
        }
      }),
      { numRuns: histories, endOnFailure: true, examples: alwaysTried },
    );
    const ids = programmes.flatMap(({ measures }) => measures.map(({ id }) => id));
    expect(ids.filter((id) => !found.get(id))).toEqual([]);
  });
});

function casesCounted(
  known: Parameters<typeof slowCount>[0],
  measure: string,
  year: number,
  splits: readonly string[],
) {
  const own = known.filter(({ type }) => type.startsWith('youth-concern.'));
  const counts = splits.map((by) => [by, slowCount(own, measure, year, by)] as const);
  return {
    value: counts[0]?.[1].value,
    rows: Object.fromEntries(counts.map(([by, { rows }]) => [by, rows])),
  };
}
