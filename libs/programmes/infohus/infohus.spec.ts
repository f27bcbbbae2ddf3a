import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { dueOn, enquiry, type Enquiry } from './enquiry.js';
import { nextMeeting } from './infohus.js';
import { intervention } from './intervention.js';

const on = '2018-03-05';
const received = {
  ...{ subjects: ['a', 'b'], source: 'school', concern: 'right-wing-extremism' },
  ...{ district: 'valby', description: { vault: 'ref', digest: 'none' } },
};
const receive: Tried = ['receive', '2018-03-01', received];
const clear = (clearance: string, at = on): Tried => ['clear', at, { clearance }];
const assess = (decided: string, at = on): Tried => ['assess', at, { outcome: decided }];
const check: Tried = ['record-register-check', on, { party: 'police', hit: true }];
const handOver: Tried = ['hand-over', on];
const close: Tried = ['close', on, { reason: 'helped' }];
const handled = clear('can-be-handled');
const void_: Tried = ['void', on, { reason: 'test' }];
const correct = (field: string, value: unknown): Tried => [
  'correct',
  on,
  { field, value, reason: 'mistyped' },
];

const unit: Enquiry = {
  ...{ status: 'received', beganOn: day(on), others: [], checks: {} },
  ...{ source: 'school', concern: 'other-extremism' },
  episodes: [{ from: day(on), to: undefined }],
};

const tried = (...acts: readonly Tried[]) => outcome(enquiry, receive, ...acts);

describe('an enquiry', () => {
  const steps: [string, Tried, ...Tried[]][] = [
    ['cleared', handled],
    ['register-checked', check, handled],
    ['assessed', assess('talk'), handled],
    ['talk-held', ['hold-talk', on], handled, assess('talk')],
    ['handed-over', handOver, handled, assess('security-authority')],
    ['closed', close, handled, assess('unfounded')],
    [
      'reopened',
      ['reopen', '2018-04-01', { reason: 'new-concern' }],
      handled,
      assess('talk'),
      close,
    ],
    ['person-added', ['add-person', on, { subject: 'c' }]],
    ['assigned', ['assign', on, { caseworker: 'somebody' }]],
    ['corrected', correct('concern', 'left-wing-extremism')],
    ['voided', void_],
    ['reinstated', ['reinstate', on], void_],
  ];

  it.each(steps)('is %s, and a second time nothing', (done, act, ...before) => {
    expect(tried(...before, act)).toEqual([`infohus.enquiry-${done}.v1`]);
    expect(tried(...before, act, act)).toEqual([]);
  });

  it('may name nobody, and somebody later', () => {
    const nobody: Tried = ['receive', '2018-03-01', { ...received, subjects: [] }];
    const add: Tried = ['add-person', on, { subject: 'a' }];
    expect(outcome(enquiry, nobody, add)).toEqual(['infohus.enquiry-person-added.v1']);
    expect(outcome(enquiry, nobody, add, add)).toEqual([]);
  });

  it('is assessed anew when a later meeting decides otherwise', () => {
    expect(tried(handled, assess('monitor'), assess('talk'))).toHaveLength(1);
  });

  it('can be cleared otherwise until it is assessed', () => {
    expect(tried(handled, clear('parallel-to-criminal-case'))).toHaveLength(1);
    expect(tried(clear('police-only'), handled)).toHaveLength(1);
  });

  const survivorIs = { status: 'received', subject: 'other', itself: false };
  it.each<[rule: string, ...acts: Tried[]]>([
    ['an-enquiry-is-recorded-once', receive],
    ['nothing-is-checked-before-the-police-cleared-it', check],
    ['nothing-is-assessed-before-the-police-cleared-it', assess('talk')],
    ['what-is-for-the-police-only-is-not-checked', clear('police-only'), check],
    ['what-is-for-the-police-only-is-not-assessed', clear('police-only'), assess('talk')],
    ['the-police-clear-before-the-assessment', handled, assess('talk'), clear('police-only')],
    ['a-talk-is-held-where-it-was-decided-on', handled, assess('monitor'), ['hold-talk', on]],
    ['a-meeting-decides-what-is-handed-over', handled, assess('talk'), handOver],
    ['an-enquiry-is-handled-before-it-is-closed', handled, close],
    [
      'an-enquiry-that-is-over-is-reopened-first',
      handled,
      assess('talk'),
      close,
      assess('monitor'),
    ],
    [
      'nothing-is-assessed-before-the-police-cleared-it',
      ...[handled, assess('talk'), close],
      ['reopen', '2018-04-01', { reason: 'new-concern' }],
      assess('talk', '2018-04-02'),
    ],
    [
      'an-enquiry-is-received-before-it-is-handled',
      ...[handled, assess('talk'), correct('assessedOn', '2018-02-28')],
    ],
    ['nothing-happens-to-an-enquiry-before-it-began', clear('can-be-handled', '2018-02-28')],
    ['nothing-is-recorded-before-it-happens', clear('can-be-handled', '2026-01-02')],
    ['a-void-enquiry-is-reinstated-first', void_, handled],
    ['duplicates-are-about-the-same-person', ['merge-into', on, { survivor: 'x', survivorIs }]],
  ])('refuses by %s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });

  it.each(Object.keys(enquiry.acts).filter((act) => !['receive', 'hand-over'].includes(act)))(
    'that was handed over is closed to %s',
    (act) => {
      const acts: Tried[] = [handled, assess('security-authority'), handOver, [act, on]];
      expect(tried(...acts)).toBe('what-was-handed-over-is-closed');
    },
  );
});

describe('the meetings', () => {
  it('are every 14 days, and the next is after today', () => {
    const next = ['2018-01-01', '2018-01-02', '2018-01-15', '2018-01-16', '2016-12-20'];
    expect(next.map((text) => nextMeeting(day(text)))).toEqual(
      ['2018-01-02', '2018-01-16', '2018-01-16', '2018-01-30', '2017-01-03'].map(day),
    );
  });

  it('are when an enquiry is due that waits for one, or is to be seen to again', () => {
    const lastAssessedOn = day('2018-03-13');
    expect(dueOn(unit)).toBe('2018-03-13');
    expect(dueOn({ ...unit, status: 'assessed', outcome: 'monitor', lastAssessedOn })).toBe(
      '2018-03-27',
    );
    expect(dueOn({ ...unit, status: 'assessed', outcome: 'talk', lastAssessedOn })).toBeNull();
  });
});

describe('an intervention', () => {
  const enquiryIs = { status: 'assessed', outcome: 'intervention', subject: 'a', others: ['b'] };
  const asked = {
    ...{ enquiry: 'x', enquiryIs, subject: 'a', district: 'valby', gender: 'male' },
    ...{ kind: 'preventive', party: 'municipality' },
  };
  const propose = (otherwise: object = {}): Tried => [
    'propose',
    '2018-03-06',
    { ...asked, ...otherwise },
  ];
  const consent: Tried = ['record-consent', '2018-03-07'];
  const withdraw: Tried = ['withdraw-consent', '2018-03-20'];
  const start = (otherwise: object = {}): Tried => [
    'start',
    '2018-03-08',
    { subject: 'a', age: 19, reviewOn: '2018-06-01', ...otherwise },
  ];
  const end: Tried = ['end', '2018-03-20', { reason: 'goals-met' }];
  const reopen: Tried = ['reopen', '2018-05-01', { reason: 'relapse' }];
  const review = (nextReviewOn: string): Tried => ['review', '2018-03-10', { nextReviewOn }];
  const given = (...acts: readonly Tried[]) => outcome(intervention, propose(), ...acts);

  it.each<[string, Tried, ...Tried[]]>([
    ['consent-recorded', consent],
    ['consent-withdrawn', withdraw, consent],
    ['begun', start(), consent],
    ['ended', end, consent, start()],
    ['reopened', reopen, consent, start(), end],
  ])('has its %s, and a second time nothing', (done, act, ...before) => {
    expect(given(...before, act)).toEqual([`infohus.intervention-${done}.v1`]);
    expect(given(...before, act, act)).toEqual([]);
  });

  it('is reviewed as often as it is', () => {
    expect(given(consent, start(), review('2018-09-01'))).toHaveLength(1);
  });

  it('ends when the consent is taken back', () => {
    const acts: Tried[] = [propose(), consent, start(), withdraw, ['record-consent', '2018-04-01']];
    expect(outcome(intervention, ...acts, reopen)).toEqual(['infohus.intervention-reopened.v1']);
    expect(outcome(intervention, ...acts, end)).toEqual([]);
  });

  const none = { status: 'nothing-yet' };
  it.each<[rule: string, ...acts: Tried[]]>([
    ['no-intervention-without-consent', start()],
    ['no-intervention-without-consent', consent, withdraw, start()],
    ['no-intervention-without-consent', consent, start(), withdraw, reopen],
    ['an-intervention-is-for-one-person', consent, start({ subject: 'b' })],
    ['an-intervention-is-reviewed-after-it-began', consent, start({ reviewOn: '2018-03-08' })],
    ['the-next-review-is-later-than-this', consent, start(), review('2018-03-10')],
    ['an-intervention-begins-first', consent, end],
    ['an-intervention-that-is-over-is-reopened-first', consent, start(), end, review('2018-09-01')],
    [
      'an-intervention-does-not-end-before-it-began',
      ...[consent, start(), ['end', '2018-03-07', { reason: 'moved' }] as Tried],
    ],
  ])('refuses by %s', (rule, ...acts) => {
    expect(given(...acts)).toBe(rule);
  });

  it.each<[rule: string, otherwise: object]>([
    ['an-intervention-follows-from-the-assessment-of-its-enquiry', { enquiryIs: none }],
    [
      'an-intervention-follows-from-the-assessment-of-its-enquiry',
      { enquiryIs: { ...enquiryIs, status: 'received' } },
    ],
    [
      'an-intervention-follows-from-the-assessment-of-its-enquiry',
      { enquiryIs: { ...enquiryIs, outcome: 'talk' } },
    ],
    ['an-intervention-is-for-somebody-whom-the-enquiry-is-about', { subject: 'c' }],
  ])('is not proposed: %s', (rule, otherwise) => {
    expect(outcome(intervention, propose(otherwise))).toBe(rule);
  });

  it('may be for another whom the enquiry is about, also when that is closed', () => {
    const closed = { subject: 'b', enquiryIs: { ...enquiryIs, status: 'closed' } };
    expect(outcome(intervention, propose(closed))).toHaveLength(1);
  });
});

it('nobody of its own programme sees what was handed over', () => {
  expect(enquiry.homeOf({ ...unit, status: 'handed-over' })).toMatchObject({ withheld: true });
  expect(enquiry.homeOf({ ...unit, status: 'assessed' })).toMatchObject({ withheld: false });
});
