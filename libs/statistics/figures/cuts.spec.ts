import { describe, expect, it } from '@jest/globals';
import { positionAfter as position, type Position } from '@sikkerby/kernel';
import { ReadModelBehind } from '@sikkerby/projections';
import { Cuts } from './cuts.js';
import { WrongQuestion } from './measure.js';

const facts = ['made-up.facts'];

/** A log of seven events, of which four were there at noon; the read models have come to the sixth. */
function cutsOfSeven() {
  const moments: string[] = [];
  const store = {
    head: () => Promise.resolve({ position: position(7), recordedAt: undefined }),
    positionAt: (moment: Date) => {
      moments.push(moment.toISOString());
      return Promise.resolve(position(4));
    },
    parsePosition: (text: string) => {
      if (!/^\d{1,3}$/.test(text)) throw new RangeError('no position');
      return position(Number(text));
    },
  };
  const readModels = {
    waitForPosition: (names: readonly string[], until: Position) =>
      until > position(6) ? Promise.reject(new ReadModelBehind(names)) : Promise.resolve(),
  };
  const cuts = new Cuts(store, readModels);
  return { cuts, moments };
}

describe('a cut of the history', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['006', 6],
    ['7', 7],
  ])('is the position %s, however it is written', async (asOf, count) => {
    expect(await cutsOfSeven().cuts.position(asOf)).toBe(position(count));
  });

  it('is the end of the log unless another is asked for', async () => {
    expect(await cutsOfSeven().cuts.position()).toBe(position(7));
  });

  it.each(['8', '999'])('is none after the end of the log: %s', async (asOf) => {
    const { cuts } = cutsOfSeven();
    const refusal = new WrongQuestion('asOf', 'a position that the log has come to');
    await expect(cuts.position(asOf)).rejects.toEqual(refusal);
    await expect(cuts.at(asOf, facts)).rejects.toEqual(refusal);
  });

  it.each([
    ['2018-02-01T12:00Z', '2018-02-01T12:00:00.000Z'],
    ['2018-02-01T12:00:00Z', '2018-02-01T12:00:00.000Z'],
    ['2018-02-01T12:00:00.25Z', '2018-02-01T12:00:00.250Z'],
    ['2018-02-01T13:00:00+01:00', '2018-02-01T12:00:00.000Z'],
  ])('is what was there at a moment: %s', async (asOf, moment) => {
    const { cuts, moments } = cutsOfSeven();
    expect(await cuts.position(asOf)).toBe(position(4));
    expect(moments).toEqual([moment]);
  });

  it.each(['', '-1', 'yesterday', '2018-02-01', '2018-02-01T12:00:00', '2018-13-01T12:00:00Z'])(
    'is not %j',
    async (asOf) => {
      const { cuts, moments } = cutsOfSeven();
      await expect(cuts.position(asOf)).rejects.toBeInstanceOf(WrongQuestion);
      expect(moments).toEqual([]);
    },
  );

  it('is given once the read models have come to it, and otherwise not', async () => {
    const { cuts } = cutsOfSeven();
    expect(await cuts.at('6', facts)).toBe(position(6));
    expect(await cuts.at('2018-02-01T12:00:00Z', facts)).toBe(position(4));
    await expect(cuts.at('7', facts)).rejects.toEqual(new ReadModelBehind(facts));
  });

  it('is not waited for where none is asked for', async () => {
    expect(await cutsOfSeven().cuts.at(undefined, facts)).toBeUndefined();
  });
});
