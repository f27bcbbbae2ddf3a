import { beforeAll, describe, expect, test } from '@jest/globals';
import type { EventStore } from '@sikkerby/event-store';
import type { Given } from './event-store-contract.js';
import { events, newStream, registry } from './events.js';

export function describePositions(given: Given): void {
  describe('positions', () => {
    let store: EventStore;
    beforeAll(() => {
      store = given().open(registry);
    });

    test('a moment maps to the last position recorded by then', async () => {
      const before = (await store.head()).position;
      for (let time = 0; time < 5; time += 1) await store.append(newStream(), 'none', events(2));
      const written = [];
      for await (const batch of store.readAll({ after: before })) written.push(...batch.events);
      for (const { recordedAt } of written) {
        const moment = new Date(recordedAt);
        const last = written.filter((event) => new Date(event.recordedAt) <= moment).at(-1);
        expect(await store.positionAt(moment)).toBe(last?.position);
      }
      const { position } = await store.head();
      expect(await store.positionAt(new Date(Date.now() + 86_400_000))).toBe(position);
      expect((await store.positionAt(new Date(0))) < before).toBe(true);
    });

    test('the distance of two positions says how far a reader is behind', async () => {
      const before = (await store.head()).position;
      const { position } = await store.append(newStream(), 'none', events(7));
      expect(await store.distance(position, position)).toBe(0);
      expect(await store.distance(before, position)).toBeGreaterThan(0);
    });

    test('a position that a person wrote is read; anything else is refused', async () => {
      const { position } = await store.append(newStream(), 'none', events(1));
      expect(store.parsePosition(position)).toBe(position);
      for (const text of ['', '-1', '1.5', 'first', '0x10', "1'"]) {
        expect(() => store.parsePosition(text)).toThrow(RangeError);
      }
    });
  });
}
