import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enquiry } from '../../libs/programmes/infohus/enquiry.js';
import { infohusFacts, infohusMeasures } from '../../libs/programmes/infohus/infohus.facts.js';
import { intervention } from '../../libs/programmes/infohus/intervention.js';
import { Ledger, only } from './support/ledger.js';
import type { Move } from './support/played.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

const of = (unit: string, act: string, on: string, data: object = {}): Move => [
  enquiry,
  unit,
  act,
  on,
  data,
];
const text = { vault: 'ref', digest: 'none' };

function received(unit: string, on: string): Move {
  const told = { source: 'school', concern: 'other-extremism', district: 'valby' };
  return of(unit, 'receive', on, { ...told, subjects: ['a'], description: text });
}
function assessed(unit: string, on: string, outcome = 'talk'): Move[] {
  return [
    of(unit, 'clear', on, { clearance: 'can-be-handled' }),
    of(unit, 'assess', on, { outcome }),
  ];
}
interface How {
  readonly by?: string;
  readonly cut?: number;
}
const counted = (moves: readonly Move[], id: string, year: number, how?: How) =>
  ledger.counts(moves, infohusFacts, only(infohusMeasures, `infohus.${id}`), year, how);
async function years(moves: readonly Move[], id: string): Promise<number[]> {
  const found = [];
  for (const year of [2017, 2018, 2019]) found.push((await counted(moves, id, year)).value);
  return found;
}

describe('enquiries', () => {
  const vector9 = [received('first', '2018-12-28'), ...assessed('first', '2019-01-08')];

  it('vector 9: received in 2018 and assessed in January 2019: received 2018, handled 2019', async () => {
    expect(await years(vector9, 'enquiries-received')).toEqual([0, 1, 0]);
    expect(await years(vector9, 'enquiries-handled')).toEqual([0, 0, 1]);
    expect(await years(vector9.slice(0, 2), 'enquiries-handled')).toEqual([0, 0, 0]);
  });

  it('count as handled the first time only, and where the police kept them', async () => {
    const monitored = [
      received('first', '2017-12-01'),
      ...assessed('first', '2017-12-05', 'monitor'),
    ];
    const again = [...monitored, of('first', 'assess', '2018-01-02', { outcome: 'talk' })];
    expect(await years(again, 'enquiries-handled')).toEqual([1, 0, 0]);
    const kept = of('first', 'clear', '2018-02-01', { clearance: 'police-only' });
    const { value, rows } = await counted(
      [received('first', '2017-12-31'), kept],
      'enquiries-handled',
      2018,
      { by: 'outcome' },
    );
    expect([value, rows]).toEqual([1, { 'police-only': 1 }]);
  });

  it('vector 7 and R9: a day moved across New Year changes both years, not the earlier cut', async () => {
    const right = { field: 'assessedOn', value: '2018-12-30', reason: 'mistyped' };
    const moved = [...vector9, of('first', 'correct', '2019-02-01', right)];
    expect(await years(moved, 'enquiries-handled')).toEqual([0, 1, 0]);
    const cut = { cut: vector9.length };
    expect((await counted(moved, 'enquiries-handled', 2019, cut)).value).toBe(1);
  });

  it('R5 and R8: a void takes out of every year, and reinstating puts back', async () => {
    const voided = [...vector9, of('first', 'void', '2019-02-01', { reason: 'test' })];
    expect(await years(voided, 'enquiries-handled')).toEqual([0, 0, 0]);
    expect(await years(voided, 'enquiries-received')).toEqual([0, 0, 0]);
    const back = [...voided, of('first', 'reinstate', '2019-02-02')];
    expect(await years(back, 'enquiries-handled')).toEqual([0, 0, 1]);
  });

  it('R6 and R8: a duplicate counts under the one that stays, until it is unmerged', async () => {
    const survivorIs = { status: 'assessed', subject: 'a', itself: false };
    const merged = [
      ...vector9,
      ...[received('second', '2019-01-02'), ...assessed('second', '2019-01-08')],
      of('second', 'merge-into', '2019-02-01', { survivor: 'first', survivorIs }),
    ];
    expect(await years(merged, 'enquiries-handled')).toEqual([0, 0, 1]);
    const apart = [...merged, of('second', 'unmerge', '2019-02-02')];
    expect(await years(apart, 'enquiries-handled')).toEqual([0, 0, 2]);
  });

  it('count still when they were handed over', async () => {
    const secret = [
      ...[
        received('first', '2018-01-02'),
        ...assessed('first', '2018-01-16', 'security-authority'),
      ],
      of('first', 'hand-over', '2018-01-17'),
    ];
    expect(await years(secret, 'enquiries-handled')).toEqual([0, 1, 0]);
  });
});

describe('persons given an intervention', () => {
  const id = 'persons-given-intervention';
  const move = (unit: string, act: string, on: string, data: object = {}): Move => [
    intervention,
    unit,
    act,
    on,
    data,
  ];
  function begun(unit: string, subject: string, on: string, kind = 'preventive'): Move[] {
    const enquiryIs = { status: 'assessed', outcome: 'intervention', subject, others: [] };
    const told = { enquiry: 'x', enquiryIs, subject, district: 'valby', gender: 'female' };
    return [
      move(unit, 'propose', '2016-01-02', { ...told, kind, party: 'municipality' }),
      move(unit, 'record-consent', '2016-01-03'),
      move(unit, 'start', on, { subject, age: 19, reviewOn: '2025-01-01' }),
    ];
  }

  it('are those with one that is under way: not with a talk, a proposal or a consent', async () => {
    const first = begun('first', 'a', '2018-01-01');
    expect(await years(first, id)).toEqual([0, 1, 1]);
    expect(await years(first.slice(0, 2), id)).toEqual([0, 0, 0]);
  });

  it('vector 2: count in the year of the last day, and not in the one after', async () => {
    const first = begun('first', 'a', '2017-06-01');
    const end = (on: string) => move('first', 'end', on, { reason: 'goals-met' });
    expect(await years([...first, end('2017-12-31')], id)).toEqual([1, 0, 0]);
    expect(await years([...first, end('2018-01-01')], id)).toEqual([1, 1, 0]);
    const withdrawn = move('first', 'withdraw-consent', '2017-12-31');
    expect(await years([...first, withdrawn], id)).toEqual([1, 0, 0]);
  });

  it('vector 3: count in the years of both stretches when it goes on again', async () => {
    const again = [
      ...begun('first', 'a', '2017-06-01'),
      move('first', 'end', '2017-09-01', { reason: 'own-wish' }),
      move('first', 'reopen', '2019-02-01', { reason: 'relapse' }),
    ];
    expect(await years(again, id)).toEqual([1, 0, 1]);
  });

  it('vector 4: one person with two is one person, and one of each kind', async () => {
    const two = [
      ...begun('first', 'a', '2018-01-01'),
      ...begun('second', 'a', '2018-05-01', 'resocialising'),
    ];
    const { value, rows } = await counted(two, id, 2018, { by: 'intervention' });
    expect([value, rows]).toEqual([1, { preventive: 1, resocialising: 1 }]);
  });
});
