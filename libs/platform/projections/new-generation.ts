import type { EventStore } from '@sikkerby/event-store';
import type { Position, RecordedEvent } from '@sikkerby/kernel';
import type { ClientBase, Pool } from 'pg';
import { applyBatch, foldAll, quarantine } from './apply-batch.js';
import { lockControl } from './control.js';
import { copyRows } from './copy-rows.js';
import { createGeneration, finishGeneration } from './generation.js';
import type { Projection } from './projection.js';
import { RowsInMemory, type Poison } from './rows-in-memory.js';
import { shapesOf, type TableShape } from './table-shape.js';
import { inTransaction } from './transaction.js';

/** The rows of a projection being made anew, beside those that are read. */
export class NewGeneration {
  /** Where it cannot go on; nothing more is folded then. */
  poison: Poison | undefined;
  private rows: RowsInMemory;
  private readonly setAside = new Set<string>();
  private readonly quarantined: Poison[] = [];

  private constructor(
    private readonly pool: Pool,
    readonly projection: Projection,
    readonly name: string,
    private readonly shapes: readonly TableShape[],
  ) {
    this.rows = new RowsInMemory(shapes);
  }

  static async begin(pool: Pool, projection: Projection): Promise<NewGeneration> {
    const shapes = await shapesOf(projection);
    return new NewGeneration(pool, projection, await createGeneration(pool, projection), shapes);
  }

  /** Folds in memory; the events of a stream come in one part of the log. */
  fold(events: readonly RecordedEvent[]): void {
    if (this.poison) return;
    const { halted, quarantined } = foldAll(
      this.projection,
      this.mine(events),
      this.rows,
      this.setAside,
    );
    this.poison = halted;
    this.quarantined.push(...quarantined);
  }

  /** What writes the rows folded so far, a table each; forgets them. */
  writers(): (() => Promise<void>)[] {
    const { rows } = this;
    this.rows = new RowsInMemory(this.shapes);
    if (this.poison) return [];
    return this.shapes.map(
      (shape) => () => copyRows(this.pool, this.name, shape, rows.of(shape.table)),
    );
  }

  async finish(): Promise<void> {
    if (this.poison) return;
    await quarantine(this.pool, this.name, this.quarantined);
    await finishGeneration(this.pool, this.projection, this.name);
  }

  /** Folds what was appended meanwhile into the tables. */
  async catchUp(events: readonly RecordedEvent[]): Promise<void> {
    if (this.poison) return;
    this.poison = await inTransaction(this.pool, (client) => this.apply(client, events));
  }

  /**
   * Takes the place of the live rows. A projector at work is held up meanwhile, and then finds that
   * its checkpoint is no longer the one it knew. Never goes behind what readers have seen.
   * @returns the schema that nobody is sent to any more
   */
  async takeOver(store: EventStore, reached: Position): Promise<string | undefined> {
    const { name, version, reads } = this.projection;
    return inTransaction(this.pool, async (client) => {
      const { checkpoint: seen, generation: old } = await lockControl(client, name);
      const missing = seen !== undefined && seen > reached ? seen : undefined;
      if (missing !== undefined) {
        for await (const { events } of store.readAll({
          after: reached,
          upTo: missing,
          typePrefixes: reads,
        })) {
          this.poison ??= await this.apply(client, events);
        }
      }
      if (this.poison) return undefined;
      await client.query(
        `UPDATE projections.projection SET version = $2, generation = $3, checkpoint = $4,
           state = 'running', halted_position = NULL, halted_stream = NULL, halted_event = NULL,
           halted_error = NULL
         WHERE name = $1`,
        [name, version, this.name, missing ?? reached],
      );
      return old;
    });
  }

  private async apply(client: ClientBase, events: readonly RecordedEvent[]) {
    const applied = await applyBatch(client, this.projection, this.name, this.mine(events));
    return applied.halted;
  }

  private mine(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    const { reads } = this.projection;
    const isMine = ({ type }: RecordedEvent) => reads.some((prefix) => type.startsWith(prefix));
    return events.every(isMine) ? events : events.filter(isMine);
  }
}
