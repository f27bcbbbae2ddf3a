import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { partnershipActivity } from './activity.js';
import { safetyPartnership } from './safety-partnership.js';

const folehaven = { kind: 'local-area', area: 'folehaven', district: 'valby' };
const establish: Tried = ['establish', '2018-03-01', { ...folehaven, until: '2020-12-31' }];
const join: Tried = ['join', '2018-03-02', { partner: 'boligforening-3b' }];
const leave: Tried = ['leave', '2018-04-02', { partner: 'boligforening-3b' }];
const adopt: Tried = ['adopt-plan', '2018-03-05', { themes: ['trade', 'housing', 'trade'] }];
const extend: Tried = ['extend', '2020-10-01', { until: '2021-12-31' }];
const end: Tried = ['end', '2020-12-31', { reason: 'goals-met' }];
const reopen: Tried = ['reopen', '2021-02-01', { reason: 'new-problems' }];
const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2021-03-01',
  { field, value, reason: 'mistyped' },
];

const tried = (...acts: readonly Tried[]) => outcome(safetyPartnership, establish, ...acts);

describe('a safety partnership', () => {
  it.each<[done: string, ...acts: Tried[]]>([
    ['joined', join],
    ['left', join, leave],
    ['joined', join, leave, join],
    ['plan-adopted', join, adopt],
    ['plan-adopted', join, adopt, ['adopt-plan', '2018-05-01', { themes: ['trade'] }]],
    ['extended', extend],
    ['ended', end],
    ['reopened', end, reopen],
  ])('is %s, and a second time nothing happens', (done, ...acts) => {
    expect(tried(...acts)).toEqual([`safety-partnership.partnership-${done}.v1`]);
    expect(tried(...acts, ...acts.slice(-1))).toEqual([]);
  });

  it('began on the first day as it was corrected', () => {
    const early: Tried = ['join', '2018-02-02', { partner: 'boligforening-3b' }];
    expect(tried(early)).toBe('nothing-happens-to-a-partnership-before-it-began');
    const joined = ['safety-partnership.partnership-joined.v1'];
    expect(tried(correct('openedOn', '2018-02-01'), early)).toEqual(joined);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-partnership-is-recorded-once', establish],
    ['a-partner-joins-before-it-leaves', leave],
    ['a-plan-is-adopted-once-a-partner-has-joined', adopt],
    ['a-plan-is-adopted-once-a-partner-has-joined', join, leave, adopt],
    ['a-partnership-is-extended-to-a-later-day', ['extend', '2018-10-01', { until: '2019-12-31' }]],
    ['a-partnership-does-not-end-before-it-began', end, reopen, end],
    ['a-partnership-reopens-after-it-ended', end, ['reopen', '2020-12-31', {}]],
    ['a-partnership-that-is-over-is-reopened-first', end, join],
    ['a-partnership-that-is-over-is-reopened-first', end, extend],
    ['a-partnership-runs-beyond-the-day-it-is-established', correct('until', '2018-03-01')],
    ['a-void-partnership-is-reinstated-first', ['void', '2018-04-01', { reason: 'test' }], join],
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });

  it('a-partnership-runs-beyond-the-day-it-is-established', () => {
    const ofADay: Tried = ['establish', '2018-03-01', { ...folehaven, until: '2018-03-01' }];
    const rule = 'a-partnership-runs-beyond-the-day-it-is-established';
    expect(outcome(safetyPartnership, ofADay)).toBe(rule);
  });
});

const partnershipIs = { status: 'established', ...folehaven };
const walk = { partnership: 'one', partnershipIs, kind: 'safety-walk', plannedOn: '2018-05-03' };
const plan: Tried = ['plan', '2018-04-10', walk];
const hold: Tried = ['hold', '2018-05-03'];
const cancel: Tried = ['cancel', '2018-05-03', { reason: 'weather' }];

describe('an activity of a partnership', () => {
  it.each<[done: string, act: Tried]>([
    ['held', hold],
    ['cancelled', cancel],
  ])('is %s once', (done, act) => {
    const events = [`safety-partnership.activity-${done}.v1`];
    expect(outcome(partnershipActivity, plan, act)).toEqual(events);
    expect(outcome(partnershipActivity, plan, act, act)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['an-activity-is-recorded-once', plan, plan],
    ['an-activity-that-is-cancelled-is-not-held', plan, cancel, hold],
    ['an-activity-that-was-held-is-voided-and-not-cancelled', plan, hold, cancel],
    ['nothing-happens-to-an-activity-before-it-began', plan, ['hold', '2018-04-09']],
    ['an-activity-is-planned-before-its-day', ['plan', '2018-05-04', walk]],
    ['an-activity-is-planned-before-its-day', plan, hold, correct('heldOn', '2018-04-09')],
    ['an-activity-is-planned-before-its-day', plan, correct('plannedOn', '2018-04-09')],
    ['what-is-corrected-was-recorded', plan, correct('heldOn', '2018-05-04')],
    ...['nothing-yet', 'ended', 'void'].map((status): [string, Tried] => [
      'an-activity-is-planned-in-a-partnership-that-goes-on',
      ['plan', '2018-04-10', { ...walk, partnershipIs: { ...partnershipIs, status } }],
    ]),
  ])('%s', (rule, ...acts) => {
    expect(outcome(partnershipActivity, ...acts)).toBe(rule);
  });
});
