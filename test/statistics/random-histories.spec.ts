import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { youthConcernFacts } from '../../libs/programmes/youth-concern/youth-concern.facts.js';
import { youthConcernMeasures } from '../../libs/programmes/youth-concern/youth-concern.measures.js';
import { caseIds, history } from './support/histories.js';
import { Ledger } from './support/ledger.js';
import { foldInBatches } from './support/rows-of-streams.js';
import { slowCount } from './support/slow-count.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(90));

const years = [2016, 2017, 2018];
const questions = youthConcernMeasures.flatMap((measure) =>
  measure.breakdowns.flatMap(({ by, additive }) =>
    years.map((year) => ({ measure, year, by, additive })),
  ),
);

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

function figures(asOf: string) {
  return Promise.all(
    questions.map(({ measure, year, by }) => ledger.count(measure, year, asOf, by)),
  );
}

describe('over random histories', () => {
  it('every figure, as known at any position, is what a slow count of the events comes to', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (office, part) => {
          const { log } = office;
          await ledger.load(log);
          for (const length of [log.length, Math.ceil(part * log.length)]) {
            const known = log.slice(0, length);
            const found = await figures(known.at(-1)?.position ?? '');
            const counted = questions.map(({ measure, year, by }) =>
              slowCount(known, measure.id, year, by),
            );
            expect(found).toEqual(counted);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('what adds up adds up to the city', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ log, position }) => {
        await ledger.load(log);
        const found = await figures(position);
        questions.forEach(({ additive }, index) => {
          const { value = 0, rows = {} } = found[index] ?? {};
          const sum = Object.values(rows).reduce((total, part) => total + part, 0);
          if (additive) expect(sum).toBe(value);
          else expect(sum).toBeGreaterThanOrEqual(value);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('a void and its reversal, a merge and its reversal, restore every figure', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (office) => {
        const before = office.position;
        const pairs = [
          ...caseIds.map((id) => ({
            id,
            act: 'void',
            data: { reason: 'test' },
            undo: 'reinstate',
          })),
          ...caseIds.map((id, index) => ({
            ...{ id, act: 'merge-into', undo: 'unmerge' },
            data: { survivor: caseIds[(index + 1) % caseIds.length] },
          })),
        ];
        for (const { id, act, data, undo } of pairs) {
          const events = office.log.length;
          if (office.give(id, act, '2019-01-01', data) !== '') continue;
          if (office.log.length > events) office.must(id, undo, '2019-01-02');
        }
        await ledger.load(office.log);
        expect(await figures(office.position)).toEqual(await figures(before));
      }),
      { numRuns: 20 },
    );
  });

  it('the facts are the same wherever a batch is cut', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 7 }), ({ log }, size) => {
        const batches = log.flatMap((_, at) => (at % size ? [] : [log.slice(at, at + size)]));
        const [whole] = foldInBatches(youthConcernFacts, [log]).values();
        const [pieces] = foldInBatches(youthConcernFacts, batches).values();
        expect(pieces).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});
