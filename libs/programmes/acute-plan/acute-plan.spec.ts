import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { acutePlan } from './acute-plan.js';

const asked = { kind: 'acute', trigger: 'shooting', district: 'noerrebro' };
const activate: Tried = ['activate', '2017-05-01', asked];
const measure: Tried = ['record-measure', '2017-05-02', { measure: 'visible-adults' }];
const inform: Tried = ['inform-political-level', '2017-05-02', { level: 'lord-mayor' }];
const deactivate: Tried = ['deactivate', '2017-06-01', { reason: 'calm-again' }];
const evaluate: Tried = ['evaluate', '2017-06-20', { evaluation: 'worked' }];
const reopen: Tried = ['reopen', '2017-07-01', { reason: 'flared-up-again' }];

const tried = (...acts: readonly Tried[]) => outcome(acutePlan, activate, ...acts);

describe('an acute plan', () => {
  it.each<[done: string, ...acts: Tried[]]>([
    ['measure-recorded', measure],
    ['political-level-informed', inform],
    ['political-level-informed', deactivate, inform],
    ['deactivated', deactivate],
    ['evaluated', deactivate, evaluate],
    ['reopened', deactivate, evaluate, reopen],
  ])('has it that %s, and a second time nothing happens', (done, ...acts) => {
    expect(tried(...acts)).toEqual([`acute-plan.plan-${done}.v1`]);
    expect(tried(...acts, ...acts.slice(-1))).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-plan-is-recorded-once', activate],
    ['a-plan-is-evaluated-after-it-was-deactivated', evaluate],
    ['a-plan-is-evaluated-after-it-was-deactivated', deactivate, reopen, evaluate],
    [
      'a-plan-is-evaluated-after-it-was-deactivated',
      deactivate,
      ['evaluate', '2017-05-31', { evaluation: 'worked' }],
    ],
    ['a-plan-that-is-over-is-reopened-first', deactivate, measure],
    ['a-plan-does-not-end-before-it-began', deactivate, reopen, deactivate],
    ['a-plan-reopens-after-it-ended', deactivate, ['reopen', '2017-06-01', {}]],
    ['nothing-happens-to-a-plan-before-it-began', ['record-measure', '2017-04-30', {}]],
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });
});
