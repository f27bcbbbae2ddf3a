import { setTimeout as sleep } from 'node:timers/promises';
import { Tail } from '../tail.js';
import type { Client } from './client/client.js';
import { ConnectionBreak } from './connection-break.js';
import type { EndOfLog } from './end-of-log.js';
import { beginning, placeOf, positionOf } from './position.js';

const pollEvery = 1000;

/**
 * Told by one subscription to the whole log, and asking every second. The subscription only wakes:
 * what it may lose, or say too early, is lost to nobody.
 */
export class EventStoreDbTail extends Tail {
  constructor(
    private readonly client: Client,
    private readonly end: EndOfLog,
  ) {
    super();
  }

  override isBreak(error: unknown): boolean {
    return error instanceof ConnectionBreak;
  }

  protected override async follow(signal: AbortSignal, well: () => void): Promise<void> {
    const drop = new AbortController();
    const either = AbortSignal.any([signal, drop.signal]);
    let told = await this.ask();
    well();
    const asking = this.keepAsking(either, () => told).finally(() => drop.abort());
    try {
      const fromPosition = told === beginning ? 'start' : placeOf(told);
      for await (const events of this.client.follow(fromPosition, either)) {
        const last = events.at(-1);
        if (last) this.reached((told = positionOf(last.place)));
      }
    } finally {
      drop.abort();
      await asking.catch(() => undefined);
    }
  }

  /** Until the subscription has not told for a second what the log has, or does not answer. */
  private async keepAsking(signal: AbortSignal, told: () => string): Promise<void> {
    for (let asked = ''; !signal.aborted && told() >= asked;) {
      asked = await this.ask();
      await sleep(pollEvery, undefined, { signal }).catch(() => undefined);
    }
  }

  private async ask() {
    const last = await this.end.ask();
    const position = last ? positionOf(last.place) : beginning;
    this.reached(position);
    return position;
  }
}
