import { backOff } from './back-off.js';
import type { Batch, EventStore, SubscribeOptions } from './event-store.js';
import { isFull, ofTypes } from './shared-pages.js';
import type { Tail } from './tail.js';

/**
 * Reads on from the last batch that was taken, whatever breaks; ends when the signal is aborted. What
 * the tail tells only wakes it. Once it has come to the end it shares what it reads with the others.
 */
export async function* subscribe(
  store: EventStore,
  tail: Tail,
  { signal, after = store.parsePosition('0'), ...filter }: SubscribeOptions,
): AsyncGenerator<Batch> {
  let done = after;
  let attempt = 0;
  let isAtEnd = false;
  const maySharePages = filter.batchSize === undefined;
  const ended = () => signal.aborted;
  tail.join();
  try {
    for (;;) {
      const upTo = await tail.past(done, signal);
      if (ended()) return;
      const page: Batch | undefined =
        isAtEnd && maySharePages ? await tail.pages.after(done, upTo, store) : undefined;
      if (ended()) return;
      if (page) {
        yield ofTypes(page, filter.typePrefixes);
        done = page.through;
        attempt = 0;
        isAtEnd = !isFull(page);
        continue;
      }
      try {
        for await (const batch of store.readAll({ ...filter, after: done, upTo })) {
          if (ended()) return;
          yield batch;
          done = batch.through;
          attempt = 0;
        }
        isAtEnd = true;
      } catch (error) {
        if (!tail.isBreak(error)) throw error;
        await backOff((attempt += 1), signal);
      }
    }
  } finally {
    tail.leave();
  }
}
