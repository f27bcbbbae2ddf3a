import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { housingPlan } from './housing-plan.js';

const areas = ['mjoelnerparken', 'aldersrogade'];
const asked = { areas, district: 'noerrebro', until: '2020-12-31' };
const register: Tried = ['register', '2016-11-01', asked];
const begin: Tried = ['enter-into-force', '2017-01-01'];
const observation = { area: 'mjoelnerparken', year: 2018, residents: 1700 };
const observe: Tried = ['observe-coverage', '2018-02-01', observation];
const extend: Tried = ['extend', '2020-10-01', { until: '2021-12-31' }];
const end: Tried = ['end', '2020-12-31', { reason: 'grant-ran-out' }];
const reopen: Tried = ['reopen', '2021-02-01', { reason: 'new-grant' }];
const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2021-03-01',
  { field, value, reason: 'mistyped' },
];

const tried = (...acts: readonly Tried[]) => outcome(housingPlan, register, ...acts);

describe('a housing plan', () => {
  it.each<[done: string, ...acts: Tried[]]>([
    ['entered-into-force', begin],
    ['coverage-observed', observe],
    [
      'coverage-observed',
      observe,
      ['observe-coverage', '2018-02-02', { ...observation, residents: 9 }],
    ],
    ['extended', begin, extend],
    ['ended', begin, end],
    ['reopened', begin, end, reopen],
  ])('is %s, and a second time nothing happens', (done, ...acts) => {
    expect(tried(...acts)).toEqual([`housing-plan.plan-${done}.v1`]);
    expect(tried(...acts, ...acts.slice(-1))).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-plan-is-recorded-once', register],
    ['a-plan-begins-first', end],
    ['a-plan-begins-first', extend],
    ['a-plan-that-is-over-is-reopened-first', begin, end, extend],
    ['a-plan-is-extended-to-a-later-day', begin, ['extend', '2018-01-01', { until: '2019-01-01' }]],
    ['a-plan-does-not-end-before-it-began', begin, ['end', '2016-12-31', {}]],
    ['a-plan-runs-beyond-the-day-it-enters-into-force', ['enter-into-force', '2020-12-31']],
    ['a-plan-runs-beyond-the-day-it-enters-into-force', begin, correct('until', '2017-01-01')],
    ['a-plan-names-an-area-once', correct('areas', ['aldersrogade', 'aldersrogade'])],
    [
      'residents-are-observed-in-an-area-of-the-plan',
      ['observe-coverage', '2018-02-01', { ...observation, area: 'valby' }],
    ],
    [
      'residents-are-observed-as-of-a-1-january-that-has-been',
      ['observe-coverage', '2017-12-31', observation],
    ],
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });

  it('a-plan-runs-beyond-the-day-it-enters-into-force', () => {
    const short: Tried = ['register', '2016-11-01', { ...asked, until: '2016-11-01' }];
    const rule = 'a-plan-runs-beyond-the-day-it-enters-into-force';
    expect(outcome(housingPlan, short)).toBe(rule);
  });
});
