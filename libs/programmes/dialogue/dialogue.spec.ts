import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { dialogueCourse } from './dialogue-course.js';
import { dialogueActivity, dialogueTraining } from './dialogue.js';

const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2018-12-01',
  { field, value, reason: 'mistyped' },
];

describe.each([
  ['activity', (...acts: readonly Tried[]) => outcome(dialogueActivity, ...acts)],
  ['training', (...acts: readonly Tried[]) => outcome(dialogueTraining, ...acts)],
])('a dialogue %s', (noun, outcomeOf) => {
  const one = noun === 'activity' ? 'an-activity' : 'a-training';
  const asked = { kind: 'debate', district: 'bispebjerg', plannedOn: '2018-04-12' };
  const plan: Tried = ['plan', '2018-03-01', asked];
  const hold: Tried = ['hold', '2018-04-12', { participants: 42, precision: 'estimated' }];
  const cancel: Tried = ['cancel', '2018-04-10', { reason: 'no-venue' }];
  const tried = (...acts: readonly Tried[]) => outcomeOf(plan, ...acts);

  it.each<[done: string, act: Tried]>([
    ['held', hold],
    ['cancelled', cancel],
  ])('is %s once', (done, act) => {
    expect(tried(act)).toEqual([`dialogue.${noun}-${done}.v1`]);
    expect(tried(act, act)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    [`${one}-is-recorded-once`, plan],
    [`${one}-that-is-cancelled-is-not-held`, cancel, hold],
    [`${one}-that-was-held-is-voided-and-not-cancelled`, hold, cancel],
    [`${one}-is-planned-before-its-day`, hold, correct('heldOn', '2018-02-28')],
    ['what-is-corrected-was-recorded', correct('participants', 43)],
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });

  it(`${one}-is-planned-before-its-day`, () => {
    const late: Tried = ['plan', '2018-04-13', asked];
    expect(outcomeOf(late)).toBe(`${one}-is-planned-before-its-day`);
  });
});

describe('a citizenship course', () => {
  const asked = { school: 'skole-3', grade: 8, district: 'valby', pupils: 23 };
  const plan: Tried = ['plan', '2018-01-10', asked];
  const first: Tried = ['hold-session', '2018-02-01'];
  const second: Tried = ['hold-session', '2018-02-08'];
  const complete: Tried = ['complete', '2018-02-08'];
  const cancel: Tried = ['cancel', '2018-01-20', { reason: 'nobody-to-hold-it' }];
  const tried = (...acts: readonly Tried[]) => outcome(dialogueCourse, plan, ...acts);

  it.each<[done: string, ...acts: Tried[]]>([
    ['session-held', first],
    ['session-held', second, first],
    ['completed', first, second, complete],
    ['cancelled', cancel],
  ])('has it that %s, and a second time nothing happens', (done, ...acts) => {
    expect(tried(...acts)).toEqual([`dialogue.course-${done}.v1`]);
    expect(tried(...acts, ...acts.slice(-1))).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-course-is-recorded-once', plan],
    ['a-course-that-is-over-has-no-more-sessions', first, complete, second],
    ['a-course-that-is-over-has-no-more-sessions', cancel, first],
    ['a-course-is-completed-after-a-session', complete],
    ['a-course-is-completed-after-its-last-session', second, ['complete', '2018-02-07']],
    ['a-course-that-was-held-is-voided-and-not-cancelled', first, cancel],
    ['a-course-is-planned-before-its-sessions', first, correct('sessions', ['2018-01-09'])],
    [
      'sessions-are-told-in-order-each-once',
      first,
      correct('sessions', ['2018-03-01', '2018-02-01']),
    ],
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });
});
