import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '@sikkerby/kernel';
import { askerValues, setAsker, type Asker } from '@sikkerby/postgres';
import type { DataSource, EntityManager } from 'typeorm';

/** The read models have not come to that position in time, or were never built. Ask again later. */
export class ReadModelBehind extends Error {
  constructor(readonly projections: readonly string[]) {
    super(`not up to date: ${projections.join(', ')}`);
    this.name = 'ReadModelBehind';
  }
}

interface Found {
  readonly checkpoint: Position | null;
  readonly isThere: boolean;
}

// The lock keeps the schema from being dropped before the transaction ends; it may have been dropped
// between the look-up and the lock.
const toLiveRows = `
  SELECT checkpoint, set_config('search_path', quote_ident(generation), true),
    pg_advisory_xact_lock_shared(hashtextextended(generation, 0)),
    to_regnamespace(quote_ident(generation)) IS NOT NULL AS "isThere", asker.*
  FROM projections.projection, (${setAsker}) AS asker WHERE name = $5 AND generation IS NOT NULL`;

interface Waiter {
  readonly names: readonly string[];
  readonly position: Position;
  readonly until: number;
  readonly settle: (behind?: ReadModelBehind) => void;
}

/**
 * Reads the read models, through the API's DataSource (which has the projections' entities). One
 * instance for a process, so that all who wait share one look at the checkpoints.
 */
export class ReadModels {
  private waiters: Waiter[] = [];

  constructor(private readonly source: DataSource) {}

  /**
   * Reads from the live rows of a projection: one moment, however many queries, also while a rebuild
   * takes their place. `position` is how far they are; undefined at the beginning of the log.
   * @param asker who is shown the rows: those of others are not there
   * @throws ReadModelBehind when the projection was never built
   */
  async readView<Result>(
    name: string,
    asker: Asker,
    read: (manager: EntityManager, position: Position | undefined) => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      const answer = await this.source.transaction('REPEATABLE READ', async (manager) => {
        const [found] = await manager.query<Found[]>(toLiveRows, [...askerValues(asker), name]);
        if (!found) throw new ReadModelBehind([name]);
        return found.isThere && { result: await read(manager, found.checkpoint ?? undefined) };
      });
      if (answer) return answer.result;
    }
  }

  /**
   * Returns when all the projections hold everything up to the position.
   * @throws ReadModelBehind when that takes longer than so many milliseconds
   */
  async waitForPosition(
    names: readonly string[],
    position: Position,
    timeoutMs: number,
  ): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const settle = (behind?: ReadModelBehind) => {
        if (behind) reject(behind);
        else resolve();
      };
      this.waiters.push({ names, position, until: performance.now() + timeoutMs, settle });
      if (this.waiters.length === 1) void this.look();
    });
  }

  /**
   * Those of the projections whose rows do not hold everything up to the position: they are halted
   * before it, or have set a stream aside there.
   */
  async leavingOut(names: readonly string[], position: Position): Promise<string[]> {
    const rows = await this.source.query<{ name: string }[]>(
      `SELECT name FROM projections.projection p
       WHERE name = ANY ($1) AND (coalesce(checkpoint, '') < $2 OR EXISTS (
         SELECT FROM projections.quarantined_stream q
         WHERE q.generation = p.generation AND q.position COLLATE "C" <= $2))
       ORDER BY name`,
      [names, position],
    );
    return rows.map(({ name }) => name);
  }

  private async look(): Promise<void> {
    while (this.waiters.length > 0) {
      const reached = await this.checkpoints().catch(() => new Map<string, string>());
      const now = performance.now();
      this.waiters = this.waiters.filter(({ names, position, until, settle }) => {
        const behind = names.filter((name) => (reached.get(name) ?? '') < position);
        if (behind.length > 0 && now < until) return true;
        settle(behind.length > 0 ? new ReadModelBehind(behind) : undefined);
        return false;
      });
      if (this.waiters.length > 0) await pause(5);
    }
  }

  private async checkpoints(): Promise<Map<string, string>> {
    const rows = await this.source.query<{ name: string; checkpoint: string | null }[]>(
      'SELECT name, checkpoint FROM projections.projection',
    );
    return new Map(rows.map(({ name, checkpoint }) => [name, checkpoint ?? '']));
  }
}
