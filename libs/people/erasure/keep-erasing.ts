import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@sikkerby/configuration';
import type { EventStore } from '@sikkerby/event-store';
import type { Erasing } from './erasing.js';

export interface KeepErasing {
  readonly erasing: Pick<Erasing, 'carryOn'>;
  readonly store: EventStore;
  readonly signal: AbortSignal;
  readonly logger: Pick<Logger, 'info' | 'error'>;
}

const approval = 'erasure.erasure-approved.';
const second = 1000;

/** Carries erasures on as soon as they are approved, until the signal is aborted. */
export async function keepErasing({ erasing, store, signal, logger }: KeepErasing): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const { events } of store.subscribe({ typePrefixes: [approval], signal })) {
        if (events.length === 0) continue;
        const erased = await erasing.carryOn();
        if (erased.length > 0) logger.info('persons erased', { events: erased.length });
      }
    } catch (error) {
      logger.error('erasing failed and will try again', error);
      await pause(5 * second, undefined, { signal }).catch(() => undefined);
    }
  }
}
