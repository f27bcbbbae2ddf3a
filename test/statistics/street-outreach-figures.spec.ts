import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { outreachShift } from '../../libs/programmes/street-outreach/shift.js';
import { streetOutreach } from '../../libs/programmes/street-outreach/street-outreach.js';
import {
  streetOutreachFacts,
  streetOutreachMeasures,
} from '../../libs/programmes/street-outreach/street-outreach.facts.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

/** A shift of somebody who was assigned long before. */
function shift(
  unit: string,
  on: string,
  { employee = 'worker-1', employer = 'municipal', district = 'valby', time = 'day' } = {},
): Move {
  const assignmentIs = {
    ...{ status: 'at-work', employee, employer },
    episodes: [{ from: day('2016-01-01'), to: undefined }],
  };
  const met = { contacts: 5, toClub: 1, toAssociation: 0, toLeisureJob: 2 };
  const told = { assignment: 'of-the-worker', assignmentIs, district, time, ...met };
  return [outreachShift, unit, 'record-shift', on, told];
}
const change = (unit: string, act: string, on: string, data: object = {}): Move => [
  outreachShift,
  unit,
  act,
  on,
  data,
];

function counted(
  moves: readonly Move[],
  year: number,
  { measure = 'workers', ...how }: { measure?: string; by?: string; cut?: number } = {},
) {
  const wanted = only(streetOutreachMeasures, `street-outreach.${measure}`);
  return ledger.counts(moves, streetOutreachFacts, wanted, year, how);
}

describe('municipal employees who did outreach', () => {
  it('count once however many shifts they had, by the last; times of day do not add up', async () => {
    const moves = [
      shift('first', '2017-03-01', { time: 'night' }),
      shift('second', '2017-09-01', { district: 'amager-oest' }),
      shift('third', '2017-06-01', { employee: 'worker-2' }),
    ];
    const { value, rows } = await counted(moves, 2017, { by: 'district' });
    expect([value, rows]).toEqual([2, { 'amager-oest': 1, valby: 1 }]);
    expect((await counted(moves, 2017, { by: 'time' })).rows).toEqual({ day: 2, night: 1 });
  });

  it('are not partners’ staff, nor those assigned without a shift', async () => {
    const assigned = { employee: 'worker-3', employer: 'municipal' };
    const moves: Move[] = [
      shift('first', '2017-03-01', { employer: 'partner' }),
      [streetOutreach, 'of-nobody', 'assign-worker', '2017-01-02', assigned],
    ];
    expect((await counted(moves, 2017)).value).toBe(0);
  });

  it('count in the years of their shifts, whenever they were assigned', async () => {
    const moves = [shift('first', '2016-12-31'), shift('second', '2018-01-01')];
    const found = [];
    for (const year of [2016, 2017, 2018]) found.push((await counted(moves, year)).value);
    expect(found).toEqual([1, 0, 1]);
  });

  it('vector 7 and R9: a shift moved across New Year moves from one year to the other', async () => {
    const right = { field: 'beganOn', value: '2017-12-30', reason: 'mistyped' };
    const moves = [shift('first', '2018-01-03'), change('first', 'correct', '2018-02-01', right)];
    expect((await counted(moves, 2018, { cut: 1 })).value).toBe(1);
    expect((await counted(moves, 2018)).value).toBe(0);
    expect((await counted(moves, 2017)).value).toBe(1);
  });

  it('R5 and R8: a void takes the shift out, reinstating puts it back; the old cut stays', async () => {
    const voided = [
      shift('first', '2017-03-01'),
      change('first', 'void', '2017-04-01', { reason: 'test' }),
    ];
    expect((await counted(voided, 2017)).value).toBe(0);
    expect((await counted(voided, 2017, { cut: 1 })).value).toBe(1);
    const again = [...voided, change('first', 'reinstate', '2017-04-02')];
    expect((await counted(again, 2017)).value).toBe(1);
  });
});

describe('contacts and bridges', () => {
  it('are added up, those of partners too', async () => {
    const moves = [
      shift('first', '2017-03-01'),
      shift('second', '2017-03-02', { employer: 'partner', district: 'vanloese' }),
    ];
    const contacts = await counted(moves, 2017, { measure: 'contacts', by: 'district' });
    expect([contacts.value, contacts.rows]).toEqual([10, { valby: 5, vanloese: 5 }]);
    expect((await counted(moves, 2017, { measure: 'bridges' })).value).toBe(6);
  });
});
