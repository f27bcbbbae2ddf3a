import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { feriecamp } from './feriecamp.js';

const dates = { holiday: 'autumn', firstDay: '2017-10-16', lastDay: '2017-10-20' };
const place = { area: 'mjoelnerparken', district: 'noerrebro' };
const planned = (data: object): Tried => ['plan', '2017-09-01', { ...dates, ...data }];
const plan = planned({ kind: 'area', ...place });
const hold = (on: string): Tried => ['hold-day', on];
const cancel: Tried = ['cancel', '2017-10-01', { reason: 'no-staff' }];
const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2017-11-01',
  { field, value, reason: 'mistyped' },
];

describe('a holiday camp', () => {
  it('is planned in an area or for the whole city', () => {
    expect(outcome(feriecamp, plan)).toEqual(['feriecamp.camp-planned.v1']);
    expect(outcome(feriecamp, planned({ kind: 'city-wide' }))).toEqual([
      'feriecamp.camp-planned.v1',
    ]);
  });

  it('is held on each of its days once, the first and the last included', () => {
    const held = ['feriecamp.camp-day-held.v1'];
    expect(outcome(feriecamp, plan, hold('2017-10-16'))).toEqual(held);
    expect(outcome(feriecamp, plan, hold('2017-10-16'), hold('2017-10-20'))).toEqual(held);
    expect(outcome(feriecamp, plan, hold('2017-10-16'), hold('2017-10-16'))).toEqual([]);
  });

  it('is cancelled once', () => {
    expect(outcome(feriecamp, plan, cancel)).toEqual(['feriecamp.camp-cancelled.v1']);
    expect(outcome(feriecamp, plan, cancel, cancel)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-camp-is-recorded-once', plan, plan],
    ['a-camp-in-an-area-says-which', planned({ kind: 'area' })],
    ['a-camp-in-an-area-says-which', planned({ kind: 'area', area: 'mjoelnerparken' })],
    ['a-city-wide-camp-is-in-no-area', planned({ kind: 'city-wide', ...place })],
    ['a-city-wide-camp-is-in-no-area', planned({ kind: 'city-wide', district: 'valby' })],
    [
      'a-camp-does-not-end-before-it-begins',
      planned({ kind: 'area', ...place, lastDay: '2017-10-15' }),
    ],
    ['a-camp-does-not-end-before-it-begins', plan, correct('firstDay', '2017-10-21')],
    ['a-camp-day-lies-within-the-dates-of-the-camp', plan, hold('2017-10-15')],
    ['a-camp-day-lies-within-the-dates-of-the-camp', plan, hold('2017-10-21')],
    [
      'a-camp-day-lies-within-the-dates-of-the-camp',
      ...[plan, hold('2017-10-16'), correct('firstDay', '2017-10-17')],
    ],
    [
      'a-camp-day-lies-within-the-dates-of-the-camp',
      ...[plan, hold('2017-10-16'), correct('heldOn', ['2017-10-17', '2017-10-21'])],
    ],
    ['a-cancelled-camp-is-planned-anew', plan, cancel, hold('2017-10-16')],
    [
      'a-camp-that-was-held-is-not-cancelled',
      ...[plan, hold('2017-10-16')],
      ['cancel', '2017-10-17', { reason: 'unrest' }],
    ],
  ])('%s', (rule, ...acts) => {
    expect(outcome(feriecamp, ...acts)).toBe(rule);
  });
});
