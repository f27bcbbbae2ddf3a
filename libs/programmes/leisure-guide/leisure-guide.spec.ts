import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { feeGrant } from './fee-grant.js';
import { leisureGuide } from './leisure-guide.js';

const text = { vault: 'ref', digest: 'none' };
const child = { subject: 'child', district: 'valby', gender: 'female', age: 11 };
const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2018-02-01',
  { field, value, reason: 'mistyped' },
];

describe('a course with a leisure guide', () => {
  const begin: Tried = ['begin-course', '2017-03-01', { ...child, wish: text }];
  const club = { subject: 'child', club: 'boldklub-7', activity: 'football', age: 11 };
  const introduce = (on: string, other: object = {}): Tried => [
    'introduce',
    on,
    { ...club, ...other },
  ];
  const first = introduce('2017-03-10');
  const end: Tried = ['end', '2017-05-01', { reason: 'joined' }];
  const reopen: Tried = ['reopen', '2017-09-01', { reason: 'new-wish' }];

  it('begins, introduces, ends and goes on again, each once', () => {
    const life = [begin, first, end, reopen];
    const done = ['begun', 'club-introduced', 'ended', 'reopened'];
    for (const [at, act] of life.entries()) {
      const before = life.slice(0, at);
      const type = `leisure-guide.course-${done[at] ?? ''}.v1`;
      expect(outcome(leisureGuide, ...before, act)).toEqual([type]);
      if (at > 0) expect(outcome(leisureGuide, ...before, act, act)).toEqual([]);
    }
  });

  const second = introduce('2017-03-12', { club: 'svoemmeklub-2' });
  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-course-is-recorded-once', begin, begin],
    [
      'clubs-are-introduced-to-children-under-18',
      ['begin-course', '2017-03-01', { ...child, age: 18, wish: text }],
    ],
    ['clubs-are-introduced-to-children-under-18', begin, introduce('2017-03-10', { age: 18 })],
    [
      'a-course-introduces-the-child-whose-it-is',
      ...[begin, introduce('2017-03-10', { subject: 'another' })],
    ],
    [
      'the-last-club-is-introduced-after-the-one-before',
      ...[begin, first, introduce('2017-03-09', { club: 'svoemmeklub-2' })],
    ],
    [
      'the-last-club-is-introduced-after-the-one-before',
      ...[begin, first, second, correct('introducedOn', '2017-03-09')],
    ],
    [
      'a-club-is-introduced-after-the-course-began',
      ...[begin, first, correct('introducedOn', '2017-02-28')],
    ],
    ['a-course-that-is-over-is-reopened-first', begin, first, end, second],
    ['a-child-is-introduced-to-a-club-before-it-joins', begin, end],
    [
      'a-course-does-not-end-before-it-began',
      ...[begin, first, end, reopen],
      ['end', '2017-08-31', { reason: 'moved' }],
    ],
  ])('%s', (rule, ...acts) => {
    expect(outcome(leisureGuide, ...acts)).toBe(rule);
  });
});

describe('a fee grant', () => {
  const asked = { ...child, club: 'boldklub-7', activity: 'football', grounds: text };
  const apply: Tried = ['apply', '2017-03-01', asked];
  const given = { subject: 'child', kroner: 900, age: 11 };
  const give: Tried = ['give', '2017-03-08', given];
  const refuse: Tried = ['refuse', '2017-03-08', { reason: 'no-funds' }];

  it('is applied for, and given or refused, once', () => {
    expect(outcome(feeGrant, apply)).toEqual(['leisure-guide.grant-applied-for.v1']);
    expect(outcome(feeGrant, apply, give)).toEqual(['leisure-guide.grant-given.v1']);
    expect(outcome(feeGrant, apply, give, give)).toEqual([]);
    expect(outcome(feeGrant, apply, refuse)).toEqual(['leisure-guide.grant-refused.v1']);
    expect(outcome(feeGrant, apply, refuse, refuse)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-refused-grant-is-applied-for-anew', refuse, give],
    ['a-grant-that-was-given-is-not-refused', give, refuse],
    [
      'a-grant-is-given-to-the-child-it-is-for',
      ['give', '2017-03-08', { ...given, subject: 'another' }],
    ],
    ['clubs-are-introduced-to-children-under-18', ['give', '2017-03-08', { ...given, age: 18 }]],
    ['a-grant-is-applied-for-before-it-is-given', give, correct('grantedOn', '2017-02-28')],
  ])('%s', (rule, ...acts) => {
    expect(outcome(feeGrant, apply, ...acts)).toBe(rule);
  });
});
