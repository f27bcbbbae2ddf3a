import { describe, expect, it } from '@jest/globals';
import { outcome, stateAfter, type Tried } from '@sikkerby/case-kit/testing';
import { observation } from './goal-observation.js';
import { endsLater, isPeriod, startOf } from './period.js';
import { policeJudgement } from './police-judgement.js';

const told = {
  ...{ series: 'unsafe-in-neighbourhood', geography: 'city', period: '2018', unit: 'per-cent' },
  ...{ value: '8', precision: 'exact', source: 'tryghedsundersoegelsen' },
  publishedOn: '2018-06-01',
};
const record = (data: object = {}, on = '2018-06-02'): Tried => [
  'record',
  on,
  { ...told, ...data },
];
const revise = (value: string, more: object = {}): Tried => [
  ...(['revise', '2018-09-01'] as const),
  { ...told, value, reason: 'source-revised-it', ...more },
];

describe('an observation', () => {
  it.each<[string, ...Tried[]]>([
    ['a-figure-is-in-the-unit-of-its-series', record({ unit: 'persons' })],
    ['a-figure-is-about-a-place-of-its-series', record({ geography: 'police-district' })],
    ['a-district-is-named-where-a-figure-is-about-one', record({ geography: 'survey-district' })],
    ['a-district-is-named-where-a-figure-is-about-one', record({ district: 'valby' })],
    ['a-figure-has-no-more-decimals-than-its-series', record({ value: '8.25' })],
    ['a-figure-has-no-more-decimals-than-its-series', record(), revise('8.25')],
    ['a-figure-is-about-a-period-that-has-begun', record({ period: '2019' })],
    ['a-figure-is-about-a-period-that-has-begun', record({ period: '2018-Q3' })],
    ['a-figure-is-recorded-once-it-is-published', record({}, '2018-05-31')],
    ['nothing-is-recorded-before-it-happens', record({}, '2026-02-01')],
    ['an-observation-is-revised-with-a-reason', record(), record({ value: '7' })],
    ['an-observation-is-recorded-first', revise('7')],
    ['nothing-happens-to-an-observation-before-it-began', record({}, '2019-01-01'), revise('7')],
    ['a-void-observation-is-reinstated-first', record(), ['void', '2018-07-01'], revise('7')],
  ])('%s', (rule, ...acts) => {
    expect(outcome(observation, ...acts)).toBe(rule);
  });

  it('is the same a second time, revised or recorded, and is recorded anew after a void', () => {
    expect(outcome(observation, record())).toEqual(['goals.observation-recorded.v1']);
    expect(outcome(observation, record(), record())).toEqual([]);
    expect(outcome(observation, record(), revise('7'))).toEqual(['goals.observation-revised.v1']);
    expect(outcome(observation, record(), revise('7'), revise('7'))).toEqual([]);
    const anew = [record(), ['void', '2018-07-01'], record({ value: '7' })] as const;
    expect(outcome(observation, ...anew)).toEqual(['goals.observation-recorded.v1']);
  });

  it('forgets the day of publication that a revision does not say', () => {
    const revised: Tried = [
      'revise',
      '2018-09-01',
      { ...told, publishedOn: undefined, value: '7' },
    ];
    expect(stateAfter(observation, record(), revised)).not.toHaveProperty('publishedOn');
  });
});

describe('an observation of one district', () => {
  const ofDistrict = record({ geography: 'survey-district', district: 'valby' });

  it('belongs to the whole city, like any other', () => {
    const state = stateAfter(observation, ofDistrict);
    expect(state).toMatchObject({ district: 'valby' });
    expect(observation.homeOf(state)).toEqual({
      district: undefined,
      assignedTo: undefined,
      alsoDistricts: [],
      referredTo: [],
    });
    expect(observation.homeOf(observation.initialState)).toBeUndefined();
  });
});

describe('a judgement of the police', () => {
  const judge = (judgement: string, on = '2018-12-01'): Tried => [
    ...(['record', on] as const),
    { year: 2018, judgement },
  ];

  it('is about a year that has begun, and is revised with a reason', () => {
    expect(outcome(policeJudgement, judge('positive', '2017-12-31'))).toBe(
      'a-year-is-judged-once-it-has-begun',
    );
    expect(outcome(policeJudgement, judge('positive'), judge('negative'))).toBe(
      'a-judgement-is-revised-with-a-reason',
    );
    expect(outcome(policeJudgement, judge('positive'), judge('positive'))).toEqual([]);
    const revised: Tried = ['revise', '2019-01-01', { judgement: 'negative', reason: 'mistyped' }];
    expect(outcome(policeJudgement, judge('positive'), revised)).toEqual([
      'goals.police-judgement-revised.v1',
    ]);
    expect(outcome(policeJudgement, judge('positive'), revised, revised)).toEqual([]);
  });
});

describe('a period', () => {
  it('is a year or a quarter', () => {
    expect(['2017', '2017-Q4'].every(isPeriod)).toBe(true);
    expect(['17', '2017-Q5', '2017-01', 2017].some(isPeriod)).toBe(false);
    expect([startOf('2017'), startOf('2017-Q1'), startOf('2017-Q3')]).toEqual([
      ...['2017-01-01', '2017-01-01', '2017-07-01'],
    ]);
    expect(endsLater('2017', '2017-Q4')).toBe(true);
    expect(endsLater('2017-Q1', '2017')).toBe(false);
    expect(endsLater('2018-Q1', '2017')).toBe(true);
  });
});
