import { describe, expect, test } from '@jest/globals';
import { ConfigurationError } from '@sikkerby/configuration';
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
      asWritten: { type: 'youth.case-opened.v2', data: { a: 1 } },
    });
    expect(registry.newest('youth.case-opened.v1', { a: 1 })).toEqual({
      type,
      data: { a: 1, b: 2, c: 3 },
      asWritten: { type: 'youth.case-opened.v1', data: { a: 1 } },
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

  test('who asks for a newest version asks for the older ones that are read as it', () => {
    expect(registry.prefixesInLog(['youth.case-opened.v3', 'exit.'])).toEqual([
      'youth.case-opened.v3',
      'exit.',
      'youth.case-opened.v1',
      'youth.case-opened.v2',
    ]);
    expect(registry.prefixesInLog(['youth.case-closed.'])).toEqual(['youth.case-closed.']);
  });

  test.each(['youth.case-lost.v1', 'youth.case-opened.v4', 'youth.case-closed.v2', 'toString'])(
    '%s is unknown',
    (type) => {
      expect(() => registry.newest(type, {})).toThrow(UnknownEvent);
    },
  );

  test.each<[what: string, upcasters: [from: string, to: string][], sentence: string]>([
    [
      'to a type that no decider knows',
      [['youth.case-opened.v1', 'youth.case-opend.v2']],
      'the upcaster from youth.case-opened.v1 to youth.case-opend.v2: no decider has a step for youth.case-opend.v2: write it, or an upcaster from there',
    ],
    [
      'that others lead on to nothing',
      [
        ['youth.case-opened.v1', 'youth.case-opened.v3'],
        ['youth.case-opened.v3', 'youth.case-opened.v4'],
      ],
      'the upcaster from youth.case-opened.v1 to youth.case-opened.v3: no decider has a step for youth.case-opened.v4: write it, or an upcaster from there',
    ],
    [
      'that goes round in a circle',
      [
        ['youth.case-opened.v1', 'youth.case-opened.v3'],
        ['youth.case-opened.v3', 'youth.case-opened.v1'],
      ],
      'the upcaster from youth.case-opened.v1 to youth.case-opened.v3: it goes round in a circle by youth.case-opened.v1: write which of them is the newest, and no upcaster from that',
    ],
    [
      'from a type of which there is a step still',
      [['youth.case-closed.v1', 'youth.case-opened.v2']],
      'the upcaster from youth.case-closed.v1 to youth.case-opened.v2: a decider has a step for youth.case-closed.v1 still: write the step for youth.case-opened.v2 in its place',
    ],
    [
      'from a type from which there is another',
      [
        ['youth.case-opened.v1', 'youth.case-opened.v2'],
        ['youth.case-opened.v1', 'youth.case-closed.v1'],
      ],
      'two upcasters from youth.case-opened.v1, to youth.case-opened.v2 and to youth.case-closed.v1: write one, which leads to the next version',
    ],
    [
      'to another programme',
      [['youth.case-opened.v1', 'exit.case-opened.v1']],
      'the upcaster from youth.case-opened.v1 to exit.case-opened.v1: an event stays in its programme: write a type that begins with youth.',
    ],
  ])('an upcaster %s is refused at start', (_, planted, sentence) => {
    const evolve = { 'youth.case-opened.v2': {}, 'youth.case-closed.v1': {} };
    const upcasters = planted.map(([from, to]) => ({ from, to, upcast: (data: object) => data }));
    const starting = () => EventRegistry.of([{ deciders: [{ evolve }], upcasters }]);
    expect(starting).toThrow(ConfigurationError);
    expect(starting).toThrow(sentence);
  });

  test.each(['case-opened.v1', 'youth.case-opened', 'youth.CaseOpened.v1', 'youth.case-opened.v0'])(
    '%s is no name of an event type',
    (type) => {
      expect(() => new EventRegistry().register([type])).toThrow(type);
    },
  );
});
