import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { clubObservation } from './club-observation.js';
import { youthClub } from './youth-club.js';

const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2019-02-01',
  { field, value, reason: 'mistyped' },
];

describe('a year of a club', () => {
  const club = { club: 'klub-7', kind: 'youth-club', district: 'valby', year: 2018 };
  const begin: Tried = ['begin-year', '2017-12-01', club];
  const extend: Tried = ['extend-hours', '2018-03-01', { times: ['evening', 'evening'] }];
  const end: Tried = ['end-extension', '2018-06-30'];
  const free: Tried = ['make-membership-free', '2018-01-01'];

  it.each<[done: string, ...acts: Tried[]]>([
    ['hours-extended', extend],
    ['extension-ended', extend, end],
    ['membership-made-free', free],
  ])('has %s once', (done, ...acts) => {
    expect(outcome(youthClub, begin, ...acts)).toEqual([`youth-club.club-year-${done}.v1`]);
    expect(outcome(youthClub, begin, ...acts, ...acts.slice(-1))).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-club-year-is-recorded-once', begin],
    [
      'a-club-year-is-about-days-of-that-year',
      ['extend-hours', '2019-01-01', { times: ['weekend'] }],
    ],
    ['a-club-year-is-about-days-of-that-year', extend, ['end-extension', '2019-01-01']],
    ['a-club-year-is-about-days-of-that-year', ['make-membership-free', '2017-12-31']],
    ['a-club-year-is-about-days-of-that-year', free, correct('freeOn', '2017-12-31')],
    [
      'hours-are-extended-once-in-a-club-year',
      ...[extend, end],
      ['extend-hours', '2018-09-01', { times: ['evening'] }],
    ],
    ['hours-are-extended-before-the-extension-ends', end],
    ['an-extension-does-not-end-before-it-began', extend, ['end-extension', '2018-02-28']],
    [
      'an-extension-does-not-end-before-it-began',
      ...[extend, end, correct('extendedTo', '2018-02-28')],
    ],
  ])('%s', (rule, ...acts) => {
    expect(outcome(youthClub, begin, ...acts)).toBe(rule);
  });
});

describe('an imported share', () => {
  const observed = (year: number): Tried => [
    'import',
    '2018-03-01',
    { year, perCent: 20, source: 'strategy' },
  ];

  it('is about a year that has begun', () => {
    const rule = 'a-year-is-observed-once-it-has-begun';
    for (const year of [2017, 2018]) {
      expect([year, outcome(clubObservation, observed(year))]).toEqual([
        year,
        ['youth-club.observation-imported.v1'],
      ]);
    }
    expect(outcome(clubObservation, observed(2019))).toBe(rule);
    expect(outcome(clubObservation, observed(2017), correct('year', 2019))).toBe(rule);
  });
});
