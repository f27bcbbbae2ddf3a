import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { activity } from './new-programme.js';

const planned = { time: 'evening', district: 'noerrebro' };
const plan: Tried = ['plan', '2017-03-01', planned];
const complete: Tried = ['complete', '2017-06-01', { participants: 12 }];
const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2018-01-01',
  { field, value, reason: 'mistyped' },
];

describe('an activity', () => {
  it('is completed once', () => {
    expect(outcome(activity, plan, complete)).toEqual(['new-programme.activity-completed.v1']);
    expect(outcome(activity, plan, complete, complete)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['an-activity-is-recorded-first', complete],
    ['an-activity-is-recorded-once', plan, plan],
    [
      'nothing-happens-to-an-activity-before-it-began',
      plan,
      ['complete', '2017-02-28', { participants: 12 }],
    ],
    ['nothing-is-recorded-before-it-happens', ['plan', '2026-01-02', planned]],
    [
      'an-activity-is-planned-before-it-is-completed',
      plan,
      complete,
      correct('completedOn', '2017-02-28'),
    ],
    ['what-is-corrected-was-recorded', plan, correct('completedOn', '2017-06-01')],
    [
      'a-void-activity-is-reinstated-first',
      plan,
      ['void', '2017-03-02', { reason: 'test' }],
      complete,
    ],
  ])('%s', (rule, ...acts) => {
    expect(outcome(activity, ...acts)).toBe(rule);
  });
});
