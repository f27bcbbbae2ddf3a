import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clubObservation } from '../../libs/programmes/youth-club/club-observation.js';
import {
  youthClubFacts,
  youthClubMeasures,
} from '../../libs/programmes/youth-club/youth-club.facts.js';
import { youthClub } from '../../libs/programmes/youth-club/youth-club.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const move = (unit: string, act: string, on: string, data: object = {}): Move => [
  youthClub,
  unit,
  act,
  on,
  data,
];
const begun = (unit: string, club: string): Move =>
  move(unit, 'begin-year', '2017-12-01', {
    ...{ club, kind: 'youth-club', district: 'valby', year: 2018 },
  });

function counted(moves: readonly Move[], measure: string, year: number, by?: string) {
  const wanted = only(youthClubMeasures, `youth-club.${measure}`);
  return ledger.counts(moves, youthClubFacts, wanted, year, by === undefined ? {} : { by });
}

describe('clubs', () => {
  it('with longer hours count once in their year, under each time of day', async () => {
    const times = ['evening', 'weekend'];
    const moves = [
      begun('first', 'klub-1'),
      move('first', 'extend-hours', '2018-03-01', { times }),
      begun('again', 'klub-1'),
      move('again', 'extend-hours', '2018-04-01', { times: ['evening'] }),
      begun('ordinary', 'klub-2'),
    ];
    const { value, rows } = await counted(moves, 'extended', 2018, 'time');
    expect([value, rows]).toEqual([1, { evening: 1, weekend: 1 }]);
    expect((await counted(moves, 'extended', 2017)).value).toBe(0);
    expect((await counted(moves, 'extended', 2019)).value).toBe(0);
    expect((await counted(moves, 'free', 2018)).value).toBe(0);
  });

  it('with free membership count, until they are void (R5), and again (R8)', async () => {
    const free = [begun('first', 'klub-1'), move('first', 'make-membership-free', '2018-01-01')];
    expect((await counted(free, 'free', 2018, 'district')).rows).toEqual({ valby: 1 });
    const voided = [...free, move('first', 'void', '2018-02-01', { reason: 'test' })];
    expect((await counted(voided, 'free', 2018)).value).toBe(0);
    const again = [...voided, move('first', 'reinstate', '2018-02-02')];
    expect((await counted(again, 'free', 2018)).value).toBe(1);
  });
});

describe('the share of young people', () => {
  const observed = (unit: string, perCent: number): Move => [
    clubObservation,
    unit,
    'import',
    '2018-03-01',
    { year: 2017, perCent, source: 'strategy' },
  ];

  it('is as it was imported, of the year that it is about, and only about so (R15)', async () => {
    const measure = only(youthClubMeasures, 'youth-club.share');
    expect(measure.precision).toBe('about');
    const moves = [observed('first', 20)];
    expect((await counted(moves, 'share', 2017)).value).toBe(20);
    expect((await counted(moves, 'share', 2018)).value).toBe(0);
  });

  it('is not added up when it is imported twice, and follows its correction (R9)', async () => {
    const twice = [observed('first', 20), observed('second', 20)];
    expect((await counted(twice, 'share', 2017)).value).toBe(20);
    const right = { field: 'perCent', value: 19, reason: 'mistyped' };
    const moves: Move[] = [
      observed('first', 20),
      [clubObservation, 'first', 'correct', '2018-04-01', right],
    ];
    expect((await counted(moves, 'share', 2017)).value).toBe(19);
  });
});
