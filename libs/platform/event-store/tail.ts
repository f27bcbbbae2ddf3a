import type { Position } from '@sikkerby/kernel';
import { backOff } from './back-off.js';
import { SharedPages } from './shared-pages.js';

/** Follows the end of the log, for all subscriptions of a store; idle while there are none. */
export abstract class Tail {
  readonly pages = new SharedPages();
  private known = '' as Position;
  private readonly waiting = new Set<() => void>();
  private users = 0;
  private stop = new AbortController();

  /** Whether another try may get over it. */
  abstract isBreak(error: unknown): boolean;

  /** Reports how far the log reaches, until the connection breaks or the signal is aborted. */
  protected abstract follow(signal: AbortSignal, well: () => void): Promise<void>;

  join(): void {
    this.users += 1;
    if (this.users > 1) return;
    this.stop = new AbortController();
    void this.persist(this.stop.signal);
  }

  leave(): void {
    this.users -= 1;
    if (this.users === 0) this.stop.abort();
  }

  /** The end of the log once it is past the position; the position itself when aborted. */
  async past(position: Position, signal: AbortSignal): Promise<Position> {
    while (this.known <= position && !signal.aborted) {
      await new Promise<void>((wake) => {
        const done = () => {
          this.waiting.delete(done);
          signal.removeEventListener('abort', done);
          wake();
        };
        this.waiting.add(done);
        signal.addEventListener('abort', done);
      });
    }
    return this.known > position ? this.known : position;
  }

  protected reached(position: Position): void {
    if (position <= this.known) return;
    this.known = position;
    for (const wake of [...this.waiting]) wake();
  }

  private async persist(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      await this.follow(signal, () => (attempt = 0)).catch(() => undefined);
      await backOff(attempt, signal);
    }
  }
}
