import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  exitProgrammeFacts,
  exitProgrammeMeasures,
} from '../../libs/programmes/exit-programme/exit-programme.facts.js';
import { exitProgramme } from '../../libs/programmes/exit-programme/exit-programme.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const move = (unit: string, act: string, on: string, data: object = {}): Move => [
  exitProgramme,
  unit,
  act,
  on,
  data,
];
const text = { vault: 'ref', digest: 'none' };

/** Up to the first day in the programme. */
function enrolled(unit: string, subject: string, track: string, on: string): Move[] {
  const asked = { subject, district: 'valby', gender: 'male', description: text };
  return [
    move(unit, 'record-enquiry', '2016-01-01', asked),
    move(unit, 'offer', '2016-01-02', { track }),
    move(unit, 'agree', '2016-01-03'),
    move(unit, 'enrol', on, { subject, resident: true, age: 24 }),
  ];
}

function counted(moves: readonly Move[], year: number, how?: { by?: string; cut?: number }) {
  return ledger.counts(moves, exitProgrammeFacts, only(exitProgrammeMeasures), year, how);
}

describe('persons in an exit programme', () => {
  const bothTracks = [
    ...enrolled('first', 'a', 'own-programme', '2017-01-10'),
    move('first', 'complete', '2017-05-31'),
    ...enrolled('second', 'a', 'framework-model', '2017-09-01'),
  ];

  it('vector 4: one person on two tracks is one person, and one on each track', async () => {
    const { value, rows } = await counted(bothTracks, 2017, { by: 'track' });
    expect([value, rows]).toEqual([1, { 'own-programme': 1, 'framework-model': 1 }]);
  });

  it('are not those who asked, were offered or agreed', async () => {
    const asked = enrolled('first', 'a', 'own-programme', '2017-01-10').slice(0, 3);
    expect((await counted(asked, 2016)).value).toBe(0);
  });

  it('vector 2: counts the year of the last day, and not the one after', async () => {
    const first = enrolled('first', 'a', 'own-programme', '2016-03-01');
    expect((await counted([...first, move('first', 'complete', '2016-12-31')], 2017)).value).toBe(
      0,
    );
    expect((await counted([...first, move('first', 'complete', '2017-01-01')], 2017)).value).toBe(
      1,
    );
  });

  it('vector 3: a reopening is the same person, in the years of both episodes', async () => {
    const again = [
      ...enrolled('first', 'a', 'own-programme', '2016-03-01'),
      move('first', 'end', '2017-03-01', { reason: 'withdrew' }),
      move('first', 'reopen', '2018-02-01', { reason: 'relapse' }),
    ];
    const found = [];
    for (const year of [2015, 2016, 2017, 2018, 2019]) {
      found.push((await counted(again, year)).value);
    }
    expect(found).toEqual([0, 1, 1, 1, 1]);
    expect((await counted(again.slice(0, -1), 2018)).value).toBe(0);
  });

  it('R5 and R8: a void takes out of every year, and reinstating puts back; the old cut stays', async () => {
    const begun = enrolled('first', 'a', 'own-programme', '2017-03-01');
    const voided = [...begun, move('first', 'void', '2017-04-01', { reason: 'wrong-person' })];
    expect((await counted(voided, 2017)).value).toBe(0);
    expect((await counted(voided, 2017, { cut: begun.length })).value).toBe(1);
    expect((await counted([...voided, move('first', 'reinstate', '2017-04-02')], 2017)).value).toBe(
      1,
    );
  });

  it('R6: a duplicate counts under the one that stays', async () => {
    const survivorIs = { status: 'enrolled', subject: 'a', itself: false };
    const merged = [
      ...enrolled('first', 'a', 'own-programme', '2017-03-01'),
      ...enrolled('second', 'a', 'own-programme', '2017-03-01'),
      move('second', 'merge-into', '2017-06-01', { survivor: 'first', survivorIs }),
    ];
    expect((await counted(merged, 2017)).value).toBe(1);
  });
});
