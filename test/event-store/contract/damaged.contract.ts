import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EventStore } from '@sikkerby/event-store';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { Given } from './event-store-contract.js';
import { events, newStream, registry } from './events.js';

/** What somebody may do to a stream with the store's own tools. */
export const damages = ['truncated', 'truncated wholly', 'deleted', 'deleted for ever'] as const;

export type Damage = (typeof damages)[number];

/**
 * Nobody may touch a stream but through the store. Whoever does it nevertheless finds that it has no
 * effect, or that nothing is decided or counted by what is left; it is told which stream it is.
 */
export function describeDamage(given: Given): void {
  describe('a stream that somebody touched with tools of the database', () => {
    let store: EventStore;
    beforeAll(() => {
      store = given().open(registry);
    });

    /** The events when they are all there; the refusal otherwise. */
    async function wholeOr(read: Promise<RecordedEvent[]>, count: number) {
      const outcome = await read.catch((error: unknown) => error);
      if (Array.isArray(outcome) && outcome.length === count) return 'whole';
      return outcome;
    }

    test.each(damages)('%s it is read whole, or refused', async (damage) => {
      const stream = newStream();
      await store.append(stream, 'none', events(4));
      await given().damage(stream, damage);
      const isRefused = {
        name: 'DamagedStream',
        stream,
        message: expect.stringContaining(stream),
      };
      const all = await wholeOr(store.readStream(stream), 4);
      if (all === 'whole') {
        expect((await store.append(stream, 3, events(1))).revision).toBe(4);
        return;
      }
      expect(all).toMatchObject(isRefused);
      await expect(store.readStream(stream, { backwards: true })).rejects.toMatchObject(isRefused);
      const upTo = { revision: 1 };
      await expect(store.readStream(stream, { upTo })).rejects.toMatchObject(isRefused);
      for (const expected of ['none', 'exists'] as const) {
        await expect(store.append(stream, expected, events(1))).rejects.toThrow(
          /^(stream .* is not as it was written|stream is at revision)/,
        );
      }
    });

    test('a stream that was never there is no such stream', async () => {
      expect(await store.readStream(newStream())).toEqual([]);
      expect(await store.readStream(newStream(), { backwards: true, limit: 1 })).toEqual([]);
    });
  });
}
