import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { activation, attendanceDueOn, type Course } from './activation.js';

const begin = (weeklyHours = 30): Tried => [
  'begin',
  '2018-03-01',
  {
    ...{ subject: 'a', district: 'valby', gender: 'male', age: 22 },
    ...{ kind: 'job-training', weeklyHours },
  },
];
const change = (weeklyHours: number): Tried => ['change-hours', '2018-03-20', { weeklyHours }];
const attend = (week: string, hours = 20): Tried => [
  'record-attendance',
  '2018-03-20',
  { week, hours },
];
const end: Tried = ['end', '2018-03-14', { reason: 'job' }];
const reopen: Tried = ['reopen', '2018-03-19', { reason: 'ended-too-early' }];
const correct = (value: unknown): Tried => [
  'correct',
  '2018-03-20',
  { field: 'weeklyHours', value, reason: 'mistyped' },
];
const tried = (...acts: readonly Tried[]) => outcome(activation, begin(), ...acts);

describe('a course of activation', () => {
  it.each<[string, Tried, ...Tried[]]>([
    ['hours-changed', change(37)],
    ['attendance-recorded', attend('2018-03-05')],
    ['attendance-recorded', attend('2018-02-26')],
    ['attendance-recorded', attend('2018-03-05', 21), attend('2018-03-05')],
    ['attendance-recorded', attend('2018-03-12'), end],
    ['ended', end],
    ['reopened', reopen, end],
    ['corrected', correct(37)],
  ])('has its %s, and a second time nothing', (done, act, ...before) => {
    expect(tried(...before, act)).toEqual([`activation.course-${done}.v1`]);
    expect(tried(...before, act, act)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['activation-is-at-most-37-hours-a-week', change(38)],
    ['activation-is-at-most-37-hours-a-week', attend('2018-03-05', 38)],
    ['activation-is-at-most-37-hours-a-week', correct(38)],
    ['a-week-is-named-by-its-monday', attend('2018-03-06')],
    ['a-week-is-attended-before-it-is-recorded', attend('2018-03-26')],
    ['attendance-is-during-the-course', attend('2018-02-19')],
    ['attendance-is-during-the-course', end, attend('2018-03-19')],
    ['a-course-that-is-over-is-reopened-first', end, change(20)],
    [
      'a-course-does-not-end-before-it-began',
      end,
      reopen,
      ['end', '2018-03-18', { reason: 'job' }],
    ],
    ['a-course-is-recorded-once', begin()],
  ])('refuses by %s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });

  it('is of 37 hours a week at most from the first day', () => {
    expect(outcome(activation, begin(38))).toBe('activation-is-at-most-37-hours-a-week');
    expect(outcome(activation, begin(37))).toEqual(['activation.course-begun.v1']);
  });

  it('has its attendance due on the Monday after the first week that nobody recorded', () => {
    const unit: Course = {
      ...{ status: 'under-way', beganOn: day('2018-03-01'), subject: 'a', district: 'valby' },
      ...{ gender: 'male', age: 22, kind: 'education', weeklyHours: 37, attended: {} },
      episodes: [{ from: day('2018-03-01'), to: undefined }],
    };
    expect(attendanceDueOn(unit)).toBe('2018-03-05');
    const attended = { '2018-02-26': 20, '2018-03-05': 0 };
    expect(attendanceDueOn({ ...unit, attended })).toBe('2018-03-19');
    const over = {
      ...unit,
      episodes: [{ from: day('2018-03-01'), to: day('2018-03-02') }],
    } as const;
    expect(attendanceDueOn(over)).toBeNull();
  });
});
