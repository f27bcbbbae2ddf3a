import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { programmes } from '@sikkerby/programmes';
import { canonicalText } from '@sikkerby/statistics';
import { positionAfter, type RecordedEvent } from '@sikkerby/kernel';
import { Random } from '../golden-year/random.js';
import { AnyHistory } from '../statistics/support/any-history.js';
import { counts } from '../support/effort.js';
import { Ledger } from '../statistics/support/ledger.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(120));

const histories = counts.statementHistories;
const counted = programmes.flatMap(({ name, measures, projections }) => {
  const facts = projections.find((each) => each.name === `${name}.facts`);
  return facts && measures.length > 0 ? [{ measures, facts }] : [];
});
const seed = fc.integer();

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

type Order = 'as-read' | 'turned-round';

/** The bytes of every programme's statements of three years at a cut, once the whole log is known. */
async function bytes(log: readonly RecordedEvent[], cut: number, order: Order = 'as-read') {
  const texts: string[] = [];
  const position = log[cut - 1]?.position ?? positionAfter(0);
  for (const { measures, facts } of counted) {
    await ledger.load(log, facts, order === 'turned-round');
    for (const year of [2016, 2017, 2018]) {
      const { measures: figures } = await ledger.statement(measures, year, position);
      texts.push(canonicalText(figures));
    }
  }
  return texts;
}

const grown = (from: number, events: number) => new AnyHistory(new Random(from)).grow(events);
const over = (law: (history: AnyHistory) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(seed, (from) => law(grown(from, 700))),
    { numRuns: histories, endOnFailure: true },
  );

describe(`over ${histories} histories, the bytes of a statement`, () => {
  it('do not depend on the order in which the rows are kept', () =>
    over(async ({ log }) => {
      expect(await bytes(log, log.length, 'turned-round')).toEqual(await bytes(log, log.length));
    }));

  it('are not changed by what is recorded after its cut', () =>
    over(async (history) => {
      const cut = history.log.length;
      const before = await bytes(history.log, cut);
      history.grow(cut + 500);
      expect(await bytes(history.log, cut)).toEqual(before);
      expect(await bytes(history.log, history.log.length)).not.toEqual(before);
    }));

  it.each([
    ['a void', 'void', 'reinstate'],
    ['a merge', 'merge-into', 'unmerge'],
  ] as const)('are the same after %s and its reversal', (_, act, undo) =>
    over(async (history) => {
      const before = history.log.length;
      const done = history.doAndUndo(act, undo);
      expect(done).toBeGreaterThan(5);
      expect(history.log.length).toBe(before + 2 * done);
      expect(await bytes(history.log, history.log.length)).toEqual(
        await bytes(history.log, before),
      );
    }),
  );

  it('are the same after persons were linked and unlinked, and others while they are linked', () =>
    over(async (history) => {
      const before = history.log.length;
      const figures = await bytes(history.log, before);
      history.linkEverybody();
      const linked = history.log.length;
      history.unlinkEverybody(before);
      expect(await bytes(history.log, linked)).not.toEqual(figures);
      expect(await bytes(history.log, history.log.length)).toEqual(figures);
    }));

  it('add up to the city where a split is additive, and to no less where it is not', () =>
    over(async ({ log }) => {
      for (const { measures, facts } of counted) {
        await ledger.load(log, facts);
        const { measures: found } = await ledger.statement(
          measures,
          2017,
          log.at(-1)?.position ?? positionAfter(0),
        );
        for (const { measure, value, breakdowns } of found) {
          for (const { by, additive, rows } of breakdowns) {
            const sum = rows.reduce((total, row) => total + row.value, 0);
            const fits = additive ? sum === value : sum >= value;
            expect([measure, by, sum, value, fits]).toEqual([measure, by, sum, value, true]);
          }
        }
      }
    }));
});
