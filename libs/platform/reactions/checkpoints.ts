import type pg from 'pg';

/** How far each reaction has come: the position of an event, or a day. */
export class Checkpoints {
  constructor(private readonly pool: pg.Pool) {}

  /** @param first where it begins when it runs for the first time */
  async of<Place extends string>(name: string, first: Place): Promise<Place> {
    const { rows } = await this.pool.query<{ checkpoint: Place }>(
      `INSERT INTO reactions.reaction (name, checkpoint) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING checkpoint`,
      [name, first],
    );
    return rows[0]?.checkpoint ?? first;
  }

  /** Never goes back: of two that run at once the later counts. */
  async move(name: string, to: string): Promise<void> {
    await this.pool.query(
      'UPDATE reactions.reaction SET checkpoint = greatest(checkpoint, $2) WHERE name = $1',
      [name, to],
    );
  }
}
