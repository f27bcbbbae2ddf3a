import { addDays, day, type Day } from '@sikkerby/kernel';
import { asAsker } from '@sikkerby/postgres';
import { derivedKey, keyedDigest } from '@sikkerby/vault';
import type pg from 'pg';
import { sampleSize, smallest, type Lot } from './look-sample.js';

// An hour after its end, whoever was about to write a look of that month has written it.
const monthsToDraw = `
  SELECT to_char(month, 'YYYY-MM') AS month
  FROM generate_series(
    date_trunc('month', (SELECT min(at) FROM read_log.look) AT TIME ZONE 'Europe/Copenhagen'),
    date_trunc('month', $1::timestamptz AT TIME ZONE 'Europe/Copenhagen' - interval '1 hour')
      - interval '1 month',
    interval '1 month') AS month
  WHERE to_char(month, 'YYYY-MM') NOT IN (SELECT month FROM read_log.sampled_month)
  ORDER BY month`;

const fromTo = `FROM read_log.look
  WHERE at >= $1::timestamp AT TIME ZONE 'Europe/Copenhagen'
    AND at < $2::timestamp AT TIME ZONE 'Europe/Copenhagen'`;

/** The draw sees the whole log, whoever asks for the list. */
const asOverseer = { role: 'auditor' };

/**
 * Which looks of each month are reviewed though nothing stands out about them. A look's lot is a
 * digest of its id under a secret, so that the same month always gives the same sample, and nobody
 * without the secret can tell beforehand or draw again until it suits them.
 */
export class MonthlySample {
  private readonly key: Buffer;

  /** @param secret from outside the database */
  constructor(
    private readonly pool: pg.Pool,
    secret: Buffer,
  ) {
    this.key = derivedKey(secret, 'monthly sample of looks');
  }

  /** Draws each month in Copenhagen that is over at `now` and was not drawn yet. */
  async draw(now: Date): Promise<void> {
    const { rows } = await asAsker(this.pool, asOverseer, (client) =>
      client.query<{ month: string }>(monthsToDraw, [now]),
    );
    for (const { month } of rows) await this.drawMonth(day(`${month}-01`));
  }

  /** Day by day, so that no more than a day's looks are in memory besides the sample. */
  private async drawMonth(first: Day): Promise<void> {
    const month = first.slice(0, 7);
    const next = day(`${addDays(first, 31).slice(0, 7)}-01`);
    await asAsker(this.pool, asOverseer, async (client) => {
      const { looks, isNew } = await beginMonth(client, month, [first, next]);
      if (!isNew) return;
      let lots: Lot[] = [];
      for (let date = first; date < next; date = addDays(date, 1)) {
        const of = [date, addDays(date, 1)];
        const { rows } = await client.query<{ id: string }>(`SELECT id ${fromTo}`, of);
        const ofDay = rows.map(({ id }) => this.lotOf(id));
        lots = smallest([...lots, ...ofDay], sampleSize(looks));
      }
      await client.query(
        'INSERT INTO read_log.sampled_look (look, month) SELECT unnest($1::uuid[]), $2',
        [lots.map(({ look }) => look), month],
      );
    });
  }

  private lotOf(look: string): Lot {
    return { look, number: keyedDigest(this.key, look).toString('hex') };
  }
}

/** How many looks it had, and whether nobody else is drawing it. */
async function beginMonth(client: pg.PoolClient, month: string, span: readonly Day[]) {
  const { rows } = await client.query<{ looks: number }>(
    `SELECT count(*)::int AS looks ${fromTo}`,
    [...span],
  );
  const looks = rows[0]?.looks ?? 0;
  const { rowCount } = await client.query(
    'INSERT INTO read_log.sampled_month (month, looks) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [month, looks],
  );
  return { looks, isNew: rowCount === 1 };
}
