import { describe, expect, it } from '@jest/globals';
import { outcome, stateAfter, type Tried } from '@sikkerby/case-kit/testing';
import { knowledgeItem } from './item.js';

const coded = { source: 'research', evidenceLevel: 'comparison', audience: ['police', 'ssp'] };
const texts = { title: { vault: 't', digest: 'd' }, summary: { vault: 's', digest: 'd' } };
const record: Tried = ['record', '2018-03-01', { ...coded, ...texts, item: 'noget-nyt' }];
const withdraw: Tried = ['withdraw', '2019-03-01', { reason: 'outdated' }];
const shareAgain: Tried = ['share-again', '2019-04-01'];
const revise: Tried = ['revise', '2018-04-01', { ...coded, audience: ['ssp'] }];

describe('an item of knowledge', () => {
  it.each<[string, ...Tried[]]>([
    ['an-item-is-recorded-first', withdraw],
    ['an-item-is-recorded-once', record, record],
    ['nothing-happens-to-an-item-before-it-began', record, ['withdraw', '2018-02-28', {}]],
    ['a-void-item-is-reinstated-first', record, ['void', '2018-03-02', {}], revise],
  ])('%s', (rule, ...acts) => {
    expect(outcome(knowledgeItem, ...acts)).toBe(rule);
  });

  it.each<[...Tried[]]>([
    [record, revise],
    [record, withdraw],
    [record, withdraw, shareAgain],
  ])('does each thing once: %#', (...acts) => {
    expect(outcome(knowledgeItem, ...acts)).toHaveLength(1);
    expect(outcome(knowledgeItem, ...acts, acts.at(-1) ?? record)).toEqual([]);
  });

  it('is for the same people in whatever order they are named', () => {
    const turned: Tried = ['revise', '2018-04-01', { ...coded, audience: ['ssp', 'police'] }];
    expect(outcome(knowledgeItem, record, turned)).toEqual([]);
    expect(stateAfter(knowledgeItem, record)).toMatchObject({ audience: ['ssp', 'police'] });
  });
});
