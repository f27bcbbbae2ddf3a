import { describe, expect, test } from '@jest/globals';
import { EventRegistry, UnknownEvent } from './event-registry.js';

const registry = new EventRegistry()
  .register(['youth.case-opened.v3', 'youth.case-closed.v1'])
  .registerUpcaster('youth.case-opened.v1', 'youth.case-opened.v2', (data) => ({ ...data, b: 2 }))
  .registerUpcaster('youth.case-opened.v2', 'youth.case-opened.v3', (data) => ({ ...data, c: 3 }));

describe('event registry', () => {
  test('the newest version is read as it is', () => {
    const data = { a: 1 };
    expect(registry.newest('youth.case-closed.v1', data)).toEqual({
      type: 'youth.case-closed.v1',
      data,
    });
  });

  test('older versions are lifted step by step', () => {
    const type = 'youth.case-opened.v3';
    expect(registry.newest('youth.case-opened.v2', { a: 1 })).toEqual({
      type,
      data: { a: 1, c: 3 },
    });
    expect(registry.newest('youth.case-opened.v1', { a: 1 })).toEqual({
      type,
      data: { a: 1, b: 2, c: 3 },
    });
  });

  test('only newest versions may be written, every version can be read', () => {
    expect(registry.has('youth.case-opened.v3')).toBe(true);
    expect(registry.has('youth.case-opened.v1')).toBe(false);
    expect(registry.types).toEqual(['youth.case-closed.v1', 'youth.case-opened.v3']);
    expect(registry.readable).toEqual([
      'youth.case-closed.v1',
      'youth.case-opened.v1',
      'youth.case-opened.v2',
      'youth.case-opened.v3',
    ]);
  });

  test.each(['youth.case-lost.v1', 'youth.case-opened.v4', 'youth.case-closed.v2', 'toString'])(
    '%s is unknown',
    (type) => {
      expect(() => registry.newest(type, {})).toThrow(UnknownEvent);
    },
  );

  test.each(['case-opened.v1', 'youth.case-opened', 'youth.CaseOpened.v1', 'youth.case-opened.v0'])(
    '%s is no name of an event type',
    (type) => {
      expect(() => new EventRegistry().register([type])).toThrow(type);
    },
  );
});
