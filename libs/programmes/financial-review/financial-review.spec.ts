import { describe, expect, it } from '@jest/globals';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { financialReview } from './financial-review.js';

const nominate: Tried = [
  'nominate',
  '2017-02-01',
  {
    ...{ subject: 'a', district: 'valby', gender: 'male', age: 24, nominatedBy: 'police' },
    ...{ legalBasis: 'retssikkerhedsloven-11', grounds: { vault: 'ref', digest: 'none' } },
  },
];
const start: Tried = ['start', '2017-02-03'];
const complete: Tried = ['complete', '2017-03-01', { outcome: 'repayment' }];
const cancel: Tried = ['cancel', '2017-02-10', { reason: 'no-basis' }];
const merge = (survivorIs: object): Tried => [
  'merge-into',
  '2017-04-01',
  {
    survivor: 'other',
    survivorIs: { status: 'completed', subject: 'a', itself: false, ...survivorIs },
  },
];

function tried(...acts: readonly Tried[]) {
  return outcome(financialReview, nominate, ...acts);
}

describe('a financial review', () => {
  it('is started and completed, or cancelled, each once', () => {
    expect(tried(start)).toEqual(['financial-review.review-started.v1']);
    expect(tried(start, start)).toEqual([]);
    expect(tried(start, complete)).toEqual(['financial-review.review-completed.v1']);
    expect(tried(start, complete, complete)).toEqual([]);
    expect(tried(cancel)).toEqual(['financial-review.review-cancelled.v1']);
    expect(tried(cancel, cancel)).toEqual([]);
  });

  it('goes into another about the same person, once, and comes out again', () => {
    expect(tried(merge({}))).toEqual(['financial-review.review-merged.v1']);
    expect(tried(merge({}), merge({}))).toEqual([]);
    expect(tried(merge({}), ['unmerge', '2017-04-02'])).toEqual([
      'financial-review.review-unmerged.v1',
    ]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-review-is-started-before-it-is-completed', complete],
    ['a-cancelled-review-is-nominated-anew', cancel, start],
    ['a-completed-review-is-voided-and-not-cancelled', start, complete, cancel],
    ['a-review-is-not-merged-into-itself', merge({ itself: true })],
    ['the-survivor-of-a-merge-is-neither-void-nor-merged', merge({ status: 'void' })],
    ['duplicates-are-about-the-same-person', merge({ subject: 'b' })],
    ['a-merged-review-is-worked-on-in-its-survivor', merge({}), start],
    [
      'a-review-is-nominated-before-it-is-completed',
      ...[start, complete],
      ['correct', '2017-04-01', { field: 'completedOn', value: '2017-01-01', reason: 'mistyped' }],
    ],
  ])('%s', (rule, ...acts) => {
    expect(tried(...acts)).toBe(rule);
  });
});
