import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { gatheringBan } from './gathering-ban.js';

const warn: Tried = [
  'warn',
  '2017-03-01',
  { place: 'lokale-4', premises: 'club', district: 'noerrebro' },
];
const hear: Tried = ['hear-owner', '2017-03-10', { answer: 'objects' }];
const issue: Tried = ['issue', '2017-03-31', {}];
const earlier = { status: 'expired', place: 'lokale-4', episodes: [{ from: '2016-03-01' }] };
const repeated = (repeatOfIs: object): Tried => [
  'issue',
  '2017-03-31',
  { repeatOf: 'earlier', repeatOfIs },
];
const repeat = repeated(earlier);
const ask: Tried = ['ask-withdrawal', '2017-04-15'];
const refuse: Tried = ['refuse-withdrawal', '2017-04-20', { reason: 'gatherings-go-on' }];
const withdraw: Tried = ['withdraw', '2017-05-01', { reason: 'new-owner' }];
const expire: Tried = ['expire', '2017-06-29'];
const warningExpire: Tried = ['warning-expire', '2019-02-28'];
const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2019-03-01',
  { field, value, reason: 'mistyped' },
];

const tried = (...acts: readonly Tried[]) => outcome(gatheringBan, warn, ...acts);

describe('a gathering ban', () => {
  it.each<[done: string, ...acts: Tried[]]>([
    ['owner-heard', hear],
    ['issued', hear, issue],
    ['issued', hear, repeat],
    ['withdrawal-asked', hear, issue, ask],
    ['withdrawal-refused', hear, issue, ask, refuse],
    ['withdrawn', hear, issue, ask, withdraw],
    ['withdrawn', hear, repeat, withdraw],
    ['expired', hear, issue, expire],
    ['expired', hear, issue, ask, expire],
    ['warning-expired', warningExpire],
    ['warning-expired', hear, warningExpire],
  ])('is %s, and a second time nothing happens', (done, ...acts) => {
    expect(tried(...acts)).toEqual([`gathering-ban.ban-${done}.v1`]);
    expect(tried(...acts, ...acts.slice(-1))).toEqual([]);
  });

  it('can follow on the last day of the two years of its warning', () => {
    const late: Tried = ['issue', '2019-02-28', {}];
    expect(tried(hear, late)).toEqual(['gathering-ban.ban-issued.v1']);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-ban-is-recorded-once', warn],
    ['no-ban-before-the-owner-was-heard', issue],
    ['no-ban-before-the-owner-was-heard', hear, ['issue', '2017-03-09', {}]],
    ['no-ban-before-the-owner-was-heard', hear, issue, correct('ownerHeardOn', '2017-04-01')],
    ['the-owner-is-heard-after-the-warning', hear, correct('ownerHeardOn', '2017-02-28')],
    ['the-owner-is-heard-before-the-ban', hear, issue, hear],
    ['a-ban-follows-a-warning-of-the-last-two-years', hear, ['issue', '2019-03-01', {}]],
    [
      'a-ban-follows-a-warning-of-the-last-two-years',
      hear,
      issue,
      correct('openedOn', '2019-03-01'),
    ],
    ['an-expired-warning-is-given-anew', hear, warningExpire, ['issue', '2019-02-28', {}]],
    ['a-warning-is-valid-for-two-years', ['warning-expire', '2019-02-27']],
    ['a-warning-that-led-to-a-ban-does-not-expire', hear, issue, warningExpire],
    ['a-first-ban-lasts-three-months', hear, issue, ['expire', '2017-06-28']],
    ['a-repeated-ban-lasts-until-it-is-withdrawn', hear, repeat, expire],
    ['a-ban-begins-first', hear, ask],
    ['a-ban-begins-first', hear, withdraw],
    ['a-ban-that-is-over-is-reopened-first', hear, issue, withdraw, ask],
    ['a-ban-does-not-end-before-it-began', hear, issue, ['withdraw', '2017-03-30', {}]],
    ...[
      { status: 'nothing-yet' },
      { ...earlier, place: 'lokale-5' },
      { ...earlier, episodes: undefined },
      { ...earlier, episodes: [{ from: '2017-03-31' }] },
    ].map((one): [string, ...Tried[]] => [
      'a-repeat-follows-an-earlier-ban-at-the-place',
      hear,
      repeated(one),
    ]),
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });
});
