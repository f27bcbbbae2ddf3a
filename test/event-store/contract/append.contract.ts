import { beforeAll, describe, expect, test } from '@jest/globals';
import { EventTooLarge, UnknownEvent, WrongRevision, type EventStore } from '@sikkerby/event-store';
import type { Given } from './event-store-contract.js';
import { event, events, newStream, registry } from './events.js';
import { counts } from '../../support/effort.js';

export function describeAppend(given: Given): void {
  describe('append', () => {
    let store: EventStore;
    beforeAll(() => {
      store = given().open(registry);
    });

    test('revisions of a stream are gapless from 0', async () => {
      const stream = newStream();
      expect((await store.append(stream, 'none', events(2))).revision).toBe(1);
      expect((await store.append(stream, 1, events(3))).revision).toBe(4);
      expect((await store.append(stream, 'exists', events(1))).revision).toBe(5);
      const revisions = (await store.readStream(stream)).map(({ revision }) => revision);
      expect(revisions).toEqual([0, 1, 2, 3, 4, 5]);
    });

    test('an append says where its last event stands and when it was recorded', async () => {
      const stream = newStream();
      const appended = await store.append(stream, 'none', events(3));
      const last = (await store.readStream(stream)).at(-1);
      expect(appended).toEqual({
        revision: 2,
        position: last?.position,
        recordedAt: last?.recordedAt,
        repeated: false,
      });
      expect(await store.head()).toEqual({
        position: appended.position,
        recordedAt: appended.recordedAt,
      });
    });

    test('an event comes back as it was given', async () => {
      const stream = newStream();
      const given = {
        ...event('youth.note-added.v1', {
          text: 'æøå "\\ \u0000 \u001e \u2028',
          deep: [{ a: null }],
        }),
        causationId: 'cause',
        legalBasis: 'consent',
        reason: 'wrong-person',
      };
      await store.append(stream, 'none', [given, event()]);
      const [first, second] = await store.readStream(stream);
      expect(first).toEqual({
        ...given,
        stream,
        revision: 0,
        position: expect.stringMatching(/^\S+$/),
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/),
      });
      expect(second).not.toHaveProperty('causationId');
    });

    test.each([
      ['a stream that is there, expected to be absent', 2, 'none', 1],
      ['a revision that is past', 2, 0, 1],
      ['a revision that is not reached', 2, 2, 1],
      ['an absent stream, expected at a revision', 0, 0, undefined],
      ['an absent stream, expected to be there', 0, 'exists', undefined],
    ] as const)('%s is a conflict that tells the revision', async (_, there, expected, actual) => {
      const stream = newStream();
      if (there > 0) await store.append(stream, 'none', events(there));
      const refused = store.append(stream, expected, events(1));
      await expect(refused).rejects.toThrow(WrongRevision);
      await expect(refused).rejects.toMatchObject({ stream, expected, actual });
      expect(await store.readStream(stream)).toHaveLength(there);
    });

    test('a conflict does not harm the appends that are made at the same time', async () => {
      const good = [newStream(), newStream(), newStream()];
      const [first = ''] = good;
      await store.append(first, 'none', events(1));
      const outcomes = await Promise.allSettled([
        ...good.map((stream) => store.append(stream, 'none', events(2))),
        store.append(newStream(), 'exists', events(1)),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'rejected',
        'fulfilled',
        'fulfilled',
        'rejected',
      ]);
      const lengths = good.map(async (stream) => (await store.readStream(stream)).length);
      expect(await Promise.all(lengths)).toEqual([1, 2, 2]);
    });

    test.each(['none', 0, 'exists'] as const)(
      'the same events again, expecting %s, give the original result',
      async (expected) => {
        const stream = newStream();
        if (expected !== 'none') await store.append(stream, 'none', events(1));
        const given = events(3);
        const original = await store.append(stream, expected, given);
        await store.append(stream, 'exists', events(2));
        const again = await store.append(stream, expected, given);
        expect(again).toEqual({ ...original, repeated: true });
        expect(await store.readStream(stream)).toHaveLength(expected === 'none' ? 5 : 6);
      },
    );

    test.each(['none', 0, 'exists'] as const)(
      'some of the same events again, expecting %s, are a conflict',
      async (expected) => {
        const stream = newStream();
        if (expected !== 'none') await store.append(stream, 'none', events(1));
        const [first = event(), second = event()] = events(2);
        const { revision } = await store.append(stream, expected, [first, second]);
        for (const given of [
          [first, event()],
          [event(), second],
          [first, second, event()],
          [second, first],
        ]) {
          const refused = store.append(stream, expected, given);
          await expect(refused).rejects.toMatchObject({ name: 'WrongRevision', actual: revision });
        }
      },
    );

    test('an event of exactly 1 MiB goes in, a larger one does not', async () => {
      const stream = newStream();
      const large = (length: number) => event('youth.note-added.v1', { text: 'x'.repeat(length) });
      const refused = store.append(stream, 'none', [event(), large(1024 * 1024)]);
      await expect(refused).rejects.toThrow(EventTooLarge);
      expect(await store.readStream(stream)).toEqual([]);
      await store.append(stream, 'none', [large(1000 * 1024)]);
    });

    test('a type or version that is not registered is not written', async () => {
      for (const type of ['youth.note-lost.v1', 'youth.case-opened.v1', 'youth.note-added.v2']) {
        const refused = store.append(newStream(), 'none', [event(), event(type)]);
        await expect(refused).rejects.toThrow(UnknownEvent);
      }
    });

    test('concurrent appends to one stream have one winner per revision', async () => {
      const stream = newStream();
      await store.append(stream, 'none', events(1));
      const contest = Array.from({ length: counts.concurrentCommands }, async (_, writer) => {
        const expected = Math.floor(writer / 32);
        try {
          const { revision } = await store.append(stream, expected, events(1));
          expect(revision).toBe(expected + 1);
          return revision;
        } catch (error) {
          expect(error).toBeInstanceOf(WrongRevision);
          return undefined;
        }
      });
      const won = (await Promise.all(contest)).filter((revision) => revision !== undefined);
      const inStream = (await store.readStream(stream)).map(({ revision }) => revision);
      expect(won.sort((a, b) => a - b)).toEqual(inStream.slice(1));
      expect(inStream).toEqual(inStream.map((_, index) => index));
      expect(won.length).toBeGreaterThan(0);
    });
  });
}
