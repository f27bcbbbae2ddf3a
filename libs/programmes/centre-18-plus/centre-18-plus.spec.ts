import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { visitRegister } from './centre-18-plus.js';
import { headCount } from './head-count.js';

const visit = (on: string, centre = 'centre-valby'): Tried => [
  'record-visit',
  on,
  { subject: 'a', centre, gender: 'male', age: 19, resident: true },
];
const first = visit('2017-03-01');
const second = visit('2017-02-01');
const day = '2017-04-01';
const correct = (field: string, value: unknown, visitedOn = '2017-03-01'): Tried => [
  'correct-visit',
  day,
  { visitedOn, field, value, reason: 'mistyped' },
];
const voidVisit: Tried = ['void-visit', day, { visitedOn: '2017-03-01', reason: 'wrong-person' }];
const reinstateVisit: Tried = ['reinstate-visit', day, { visitedOn: '2017-03-01' }];
const voidAll: Tried = ['void', day, { reason: 'wrong-person' }];

const tried = (...acts: readonly Tried[]) => outcome(visitRegister, ...acts);

describe('a register of visits', () => {
  it.each<[string, Tried, ...Tried[]]>([
    ['visit-recorded', first],
    ['visit-recorded', second, first],
    ['visit-corrected', correct('resident', false), first],
    ['visit-corrected', correct('age', 20), first],
    ['visit-corrected', correct('on', '2017-03-02'), first],
    ['visit-voided', voidVisit, first],
    ['visit-reinstated', reinstateVisit, first, voidVisit],
    ['register-voided', voidAll, first],
    ['register-reinstated', ['reinstate', day], first, voidAll],
  ])('has a %s, and a second time nothing', (done, act, ...before) => {
    expect(tried(...before, act)).toEqual([`centre-18-plus.${done}.v1`]);
    expect(tried(...before, act, act)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['nobody-visits-a-closed-centre', visit('2013-12-31')],
    ['nobody-visits-a-closed-centre', visit('2019-07-01')],
    [
      'nobody-visits-a-closed-centre',
      visit('2019-06-30'),
      [
        'correct-visit',
        '2019-07-02',
        { visitedOn: '2019-06-30', field: 'on', value: '2019-07-01' },
      ],
    ],
    ['a-person-visits-a-centre-once-a-day', first, second, correct('on', '2017-02-01')],
    ['a-visit-of-another-year-is-in-that-years-register', first, correct('on', '2016-12-30')],
    ['a-visit-is-recorded-first', first, correct('age', 20, '2017-03-09')],
    ['a-void-visit-is-reinstated-first', first, voidVisit, first],
    ['a-void-register-is-reinstated-first', first, voidAll, second],
    ['a-register-is-recorded-first', voidVisit],
    ['nothing-is-recorded-before-it-happens', visit('2026-01-02')],
  ])('refuses by %s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });
});

describe('a head-count', () => {
  const count = (on: string): Tried => ['count-heads', on, { centre: 'centre-valby', visitors: 7 }];

  it('is recorded and corrected, each once', () => {
    const right: Tried = ['correct', day, { field: 'visitors', value: 8, reason: 'mistyped' }];
    expect(outcome(headCount, count('2017-03-01'))).toHaveLength(1);
    expect(outcome(headCount, count('2017-03-01'), right)).toHaveLength(1);
    expect(outcome(headCount, count('2017-03-01'), right, right)).toEqual([]);
  });

  it('is refused where the centre is closed, and a second time', () => {
    expect(outcome(headCount, count('2019-07-01'))).toBe('nobody-visits-a-closed-centre');
    const twice = [count('2017-03-01'), count('2017-03-01')];
    expect(outcome(headCount, ...twice)).toBe('a-head-count-is-recorded-once');
  });
});
