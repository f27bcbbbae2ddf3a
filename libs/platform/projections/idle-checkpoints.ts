import type { Position } from '@sikkerby/kernel';
import type { Pool } from 'pg';
import type { Control } from './control.js';

interface Move {
  readonly known: Control;
  readonly to: Position;
  readonly resolve: (moved: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/*
 * The same conditions as of a checkpoint that is moved with its rows. Rows that another holds are left
 * out, so that one projection that is being switched keeps no other waiting.
 */
const moveAll = `
  WITH free AS (
    SELECT name FROM projections.projection WHERE name = ANY ($1)
    ORDER BY name FOR UPDATE SKIP LOCKED)
  UPDATE projections.projection p SET checkpoint = move.target
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
    AS move (name, generation, checkpoint, target)
  WHERE p.name = move.name AND p.name IN (SELECT name FROM free)
    AND p.generation = move.generation
    AND p.checkpoint IS NOT DISTINCT FROM move.checkpoint
    AND p.state = 'running'
  RETURNING p.name`;

/**
 * Moves the checkpoints of projections that read none of the new events: all that ask at the same time
 * in one statement. Of each event most projections read nothing.
 */
export class IdleCheckpoints {
  private waiting: Move[] = [];

  constructor(private readonly pool: Pool) {}

  /** False when it did not stand where it was found, or somebody holds it: it has not moved then. */
  move(known: Control, to: Position): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ known, to, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => void this.moveWaiting());
    });
  }

  private async moveWaiting(): Promise<void> {
    const moves = this.waiting;
    this.waiting = [];
    try {
      const { rows } = await this.pool.query<{ name: string }>(moveAll, [
        moves.map(({ known }) => known.name),
        moves.map(({ known }) => known.generation),
        moves.map(({ known }) => known.checkpoint),
        moves.map(({ to }) => to),
      ]);
      const moved = new Set(rows.map(({ name }) => name));
      for (const { known, resolve } of moves) resolve(moved.has(known.name));
    } catch (error) {
      for (const { reject } of moves) reject(error);
    }
  }
}
