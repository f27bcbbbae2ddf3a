import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { safetyLift } from './safety-lift.js';

const proposed = { kind: 'lift', place: 'mimersparken', district: 'noerrebro' };
const propose: Tried = ['propose', '2017-03-01', proposed];
const complete: Tried = ['complete', '2017-06-01', { measures: ['seating', 'lighting'] }];
const annul: Tried = ['annul', '2017-04-01'];
const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2018-01-01',
  { field, value, reason: 'mistyped' },
];

describe('a safety lift', () => {
  it('is completed once', () => {
    expect(outcome(safetyLift, propose, complete)).toEqual(['safety-lift.lift-completed.v1']);
    expect(outcome(safetyLift, propose, complete, complete)).toEqual([]);
  });

  it('is given up once, before it is completed', () => {
    expect(outcome(safetyLift, propose, annul)).toEqual(['safety-lift.lift-annulled.v1']);
    expect(outcome(safetyLift, propose, annul, annul)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-lift-is-recorded-first', complete],
    ['a-lift-is-recorded-once', propose, propose],
    ['an-annulled-lift-is-not-carried-out', propose, annul, complete],
    ['a-completed-lift-is-voided-and-not-annulled', propose, complete, annul],
    ['nothing-happens-to-a-lift-before-it-began', propose, ['annul', '2017-02-28']],
    ['nothing-is-recorded-before-it-happens', ['propose', '2026-01-02', proposed]],
    [
      'a-lift-is-proposed-before-it-is-completed',
      propose,
      complete,
      correct('completedOn', '2017-02-28'),
    ],
    ['what-is-corrected-was-recorded', propose, correct('completedOn', '2017-06-01')],
    [
      'a-void-lift-is-reinstated-first',
      propose,
      ['void', '2017-03-02', { reason: 'test' }],
      complete,
    ],
  ])('%s', (rule, ...acts) => {
    expect(outcome(safetyLift, ...acts)).toBe(rule);
  });
});
