import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { leisureJob } from './leisure-job.js';

const seeker = {
  ...{ subject: 'young', district: 'valby', gender: 'female', wishes: ['shop', 'shop'] },
  description: { vault: 'ref', digest: 'none' },
};
const seek: Tried = ['record-seeker', '2017-03-01', seeker];
const propose: Tried = [
  'propose',
  '2017-03-05',
  { employer: 'butik-7', trade: 'shop', answerBy: '2017-03-10' },
];
const made = { subject: 'young', district: 'noerrebro', age: 15, startsOn: '2017-04-01' };
const match: Tried = ['match', '2017-03-08', made];
const start: Tried = ['start', '2017-04-01'];
const end: Tried = ['end', '2017-09-30', { reason: 'season-over' }];
const annul: Tried = ['annul', '2017-03-20', { reason: 'employer-withdrew' }];

function tried(...acts: readonly Tried[]) {
  return outcome(leisureJob, seek, ...acts);
}
const correct = (field: string, value: unknown): Tried => [
  'correct',
  '2018-02-01',
  { field, value, reason: 'mistyped' },
];

describe('a leisure job', () => {
  it('is sought, proposed, matched, started, ended and taken up again, each once', () => {
    const reopen: Tried = ['reopen', '2018-04-01', { reason: 'new-season' }];
    const life = [propose, match, start, end, reopen];
    const done = ['proposed', 'made', 'started', 'ended', 'reopened'];
    for (const [at, act] of life.entries()) {
      const before = life.slice(0, at);
      expect(tried(...before, act)).toEqual([`leisure-job.match-${done[at] ?? ''}.v1`]);
      expect(tried(...before, act, act)).toEqual([]);
    }
  });

  it.each([{ employer: 'butik-8' }, { trade: 'kitchen' }, { answerBy: '2017-03-11' }])(
    'is proposed anew where the proposal differs in %j',
    (other) => {
      const body = { employer: 'butik-7', trade: 'shop', answerBy: '2017-03-10', ...other };
      const anew: Tried = ['propose', '2017-03-06', body];
      expect(tried(propose, anew)).toEqual(['leisure-job.match-proposed.v1']);
      expect(tried(propose, anew, anew)).toEqual([]);
    },
  );

  it('can be annulled until it is started, once', () => {
    expect(tried(annul)).toEqual(['leisure-job.match-annulled.v1']);
    expect(tried(propose, match, annul)).toEqual(['leisure-job.match-annulled.v1']);
    expect(tried(annul, annul)).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-match-is-recorded-once', seek],
    ['a-job-is-proposed-before-the-match', match],
    ['a-proposal-comes-before-the-match', propose, match, propose],
    [
      'an-employer-answers-after-the-proposal',
      ['propose', '2017-03-05', { employer: 'butik-7', trade: 'shop', answerBy: '2017-03-04' }],
    ],
    [
      'a-match-is-made-for-the-one-who-seeks',
      propose,
      ['match', '2017-03-08', { ...made, subject: 'another' }],
    ],
    ['nobody-under-13-has-a-leisure-job', propose, ['match', '2017-03-08', { ...made, age: 12 }]],
    ['nobody-under-13-has-a-leisure-job', propose, match, correct('ageAtMatch', 12)],
    [
      'a-job-starts-after-the-match',
      propose,
      ['match', '2017-03-08', { ...made, startsOn: '2017-03-07' }],
    ],
    ['a-job-starts-after-the-match', propose, start],
    ['a-job-starts-after-the-match', propose, match, ['start', '2017-03-07']],
    ['a-job-starts-after-the-match', propose, match, start, correct('matchedOn', '2017-04-02')],
    ['a-match-is-made-after-the-search-began', propose, match, correct('matchedOn', '2017-02-28')],
    ['what-is-corrected-was-recorded', correct('matchedOn', '2017-03-09')],
    ['a-match-begins-first', propose, match, end],
    ['a-match-does-not-end-before-it-began', propose, match, start, ['end', '2017-03-31', {}]],
    ['a-job-that-was-started-is-ended-and-not-annulled', propose, match, start, annul],
    ['an-annulled-match-is-sought-anew', annul, propose],
    ['an-annulled-match-is-sought-anew', annul, match],
    ['an-annulled-match-is-sought-anew', annul, start],
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });
});
