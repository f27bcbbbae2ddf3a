import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { Tail } from '../tail.js';
import { isBreak } from './connection-break.js';
import { positionOf } from './position.js';

const pollEvery = 1000;

/** Told by the database at each append, and asking every second, on one connection. */
export class PostgresTail extends Tail {
  override readonly isBreak = isBreak;

  constructor(private readonly pool: Pool) {
    super();
  }

  protected override async follow(signal: AbortSignal, well: () => void): Promise<void> {
    const client = await this.pool.connect();
    await this.listen(client, signal, well).finally(() => {
      client.release(true);
    });
  }

  private async listen(client: PoolClient, signal: AbortSignal, well: () => void): Promise<void> {
    const broken = new Promise((resolve) => client.on('error', resolve));
    client.on('notification', ({ payload }) => {
      if (payload) this.reached(positionOf(payload));
    });
    await client.query('LISTEN event_store');
    while (!signal.aborted) {
      const { rows } = await client.query<{ position: string }>(
        'SELECT position FROM event_store.head',
      );
      if (rows[0]) this.reached(positionOf(rows[0].position));
      well();
      await Promise.race([broken, sleep(pollEvery, undefined, { signal }).catch(() => undefined)]);
    }
  }
}
