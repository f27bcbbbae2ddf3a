import { describe, expect, it } from '@jest/globals';
import type { LinkNow } from '../facts/fact.js';
import { standsUnder } from './stands-under.js';

const merged = (from: string, to: string): LinkNow => ({ kind: 'unit', from, to });
const same = (from: string, to: string): LinkNow => ({ kind: 'person', from, to });
const found = (...links: LinkNow[]) => Object.fromEntries(standsUnder(links));

describe('what stands under what', () => {
  it('a chain of merges ends at the last survivor, in whatever order it is read', () => {
    const chain = [merged('a', 'c'), merged('c', 'b'), merged('d', 'a')];
    expect(found(...chain)).toEqual({ a: 'b', c: 'b', d: 'b' });
    expect(found(...chain.reverse())).toEqual({ a: 'b', c: 'b', d: 'b' });
  });

  it('units merged in a ring count once, under the smallest id', () => {
    const ring = [merged('a', 'b'), merged('b', 'c'), merged('c', 'a'), merged('d', 'c')];
    expect(found(...ring)).toEqual({ b: 'a', c: 'a', d: 'a' });
    expect(found(...ring.reverse())).toEqual({ b: 'a', c: 'a', d: 'a' });
  });

  it('linked persons are one person, under the smallest id among them', () => {
    expect(found(same('a', 'c'), same('b', 'c'))).toEqual({ b: 'a', c: 'a' });
    expect(found(same('c', 'b'), same('a', 'b'))).toEqual({ b: 'a', c: 'a' });
  });
});
