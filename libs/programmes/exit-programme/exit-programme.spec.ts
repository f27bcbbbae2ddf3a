import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { exitProgramme } from './exit-programme.js';

const text = { vault: 'ref', digest: 'none' };
const asked = { subject: 'a', district: 'valby', gender: 'male', description: text };
const ask: Tried = ['record-enquiry', '2017-01-10', asked];
const offer: Tried = ['offer', '2017-01-12', { track: 'own-programme' }];
const agree: Tried = ['agree', '2017-01-13'];
const enrol: Tried = ['enrol', '2017-01-16', { subject: 'a', resident: true, age: 24 }];
const suspend: Tried = ['suspend', '2017-02-01', { reason: 'imprisoned' }];
const resume: Tried = ['resume', '2017-02-10'];
const complete: Tried = ['complete', '2017-05-31'];
const end: Tried = ['end', '2017-10-01', { reason: 'moved' }];
const reopen: Tried = ['reopen', '2017-09-01', { reason: 'relapse' }];
const inProgramme = [offer, agree, enrol];
const plan = (reviewOn: string): Tried => [
  'adopt-plan',
  '2017-02-01',
  { areas: ['job'], reviewOn, text },
];

function tried(...acts: readonly Tried[]) {
  return outcome(exitProgramme, ask, ...acts);
}

describe('an exit enrolment', () => {
  it('goes from the offer to its end and on again, each step once', () => {
    const life = [...inProgramme, suspend, resume, complete, reopen, end];
    for (const [at, act] of life.entries()) {
      const before = life.slice(0, at);
      expect([act[0], tried(...before, act)]).toEqual([act[0], [expect.any(String)]]);
      expect([act[0], tried(...before, act, act)]).toEqual([act[0], []]);
    }
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['somebody-agrees-to-what-they-were-offered', agree],
    ['nobody-is-enrolled-without-their-consent', offer, enrol],
    [
      'an-enrolment-is-for-the-one-who-asked',
      ...[offer, agree],
      ['enrol', '2017-01-16', { subject: 'b', resident: true, age: 24 }],
    ],
    ['an-offer-comes-before-the-enrolment', ...inProgramme, offer],
    ['an-enrolment-begins-first', suspend],
    ['an-enrolment-that-is-over-is-reopened-first', ...inProgramme, complete, end],
    ['an-enrolment-does-not-end-before-it-began', ...inProgramme, ['complete', '2017-01-15']],
    [
      'an-enrolment-reopens-after-it-ended',
      ...[...inProgramme, complete],
      ['reopen', '2017-05-31', { reason: 'relapse' }],
    ],
    ['a-plan-is-reviewed-after-it-was-adopted', ...inProgramme, plan('2017-02-01')],
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });
});
