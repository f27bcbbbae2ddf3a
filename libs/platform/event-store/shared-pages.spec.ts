import { describe, expect, test } from '@jest/globals';
import { positionAfter as at, recorded } from '@sikkerby/kernel';
import type { Batch } from './event-store.js';
import { ofTypes, SharedPages } from './shared-pages.js';

/** A store of which only the whole log is read; each reading ends when it is let. */
class OneLog {
  readings = 0;

  constructor(private readonly read: () => Promise<Batch>) {}

  async *readAll(): AsyncIterable<Batch> {
    this.readings += 1;
    yield await this.read();
  }
}

const batch: Batch = {
  events: [],
  through: at(2),
};

describe('the newest events', () => {
  test('are read once for all who stand at the same position', async () => {
    const log = new OneLog(() => Promise.resolve(batch));
    const pages = new SharedPages();
    const asked = Array.from({ length: 44 }, () => pages.after(at(1), at(2), log));
    expect(await Promise.all(asked)).toEqual(asked.map(() => batch));
    expect(await pages.after(at(1), at(3), log)).toBe(batch);
    expect(log.readings).toBe(1);
    await pages.after(at(2), at(3), log);
    expect(log.readings).toBe(2);
  });

  test('are read by each alone where not everybody can read them, and asked for again', async () => {
    let isBroken = true;
    const log = new OneLog(() =>
      isBroken ? Promise.reject(new Error('unknown type')) : Promise.resolve(batch),
    );
    const pages = new SharedPages();
    expect(await pages.after(at(1), at(2), log)).toBeUndefined();
    isBroken = false;
    expect(await pages.after(at(1), at(2), log)).toBe(batch);
  });

  test('are kept for some positions only', async () => {
    const log = new OneLog(() => Promise.resolve(batch));
    const pages = new SharedPages();
    for (let position = 0; position < 20; position += 1) {
      await pages.after(at(position), at(99), log);
    }
    await pages.after(at(19), at(99), log);
    expect(log.readings).toBe(20);
    await pages.after(at(0), at(99), log);
    expect(log.readings).toBe(21);
  });
});

describe('a page', () => {
  const event = (type: string) => recorded({ type });
  const page: Batch = {
    events: [event('infohus.talk-held.v1'), event('dialogue.activity-held.v1')],
    through: at(2),
  };

  test('shows those of the wanted types, up to the same position', () => {
    expect(ofTypes(page, ['infohus.'])).toEqual({
      events: [event('infohus.talk-held.v1')],
      through: at(2),
    });
    expect(ofTypes(page, ['none.'])).toEqual({
      events: [],
      through: at(2),
    });
    expect(ofTypes(page, undefined)).toBe(page);
  });
});
