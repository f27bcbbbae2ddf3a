import { describe, expect, it } from '@jest/globals';
import { TokenCache } from './token-cache.js';

describe('what a token was found to say', () => {
  it('is known until it expires, and not at that moment', () => {
    const cache = new TokenCache<string>(10);
    cache.set('token', 'anna', 1000);
    expect(cache.get('token', 999)).toBe('anna');
    expect(cache.get('token', 1000)).toBeUndefined();
    // It is forgotten, and not only hidden.
    expect(cache.get('token', 999)).toBeUndefined();
  });

  it('is of that token only', () => {
    const cache = new TokenCache<string>(10);
    cache.set('token', 'anna', 1000);
    expect(cache.get('another', 0)).toBeUndefined();
  });

  it('makes room for what comes, the oldest first', () => {
    const cache = new TokenCache<string>(2);
    cache.set('first', 'anna', 1000);
    cache.set('second', 'berit', 1000);
    cache.set('third', 'carl', 1000);
    const known = ['first', 'second', 'third'].map((token) => cache.get(token, 0));
    expect(known).toEqual([undefined, 'berit', 'carl']);
  });
});
