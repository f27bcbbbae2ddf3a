import { asAsker, GroupCommit, type Asker } from '@sikkerby/postgres';
import type pg from 'pg';
import { ReadLog, type Look, type LookAtThem, type LookToReview, type Seen } from './read-log.js';

const insert = `
  INSERT INTO read_log.look ("user", role, organisation, verb, purpose, programme, subject, unit,
    policies, route, correlation_id, reason)
  SELECT l."user", l.role, l.organisation, l.verb, l.purpose, l.programme, l.subject, l.unit,
    coalesce(string_to_array(nullif(l.policies, ''), ' '), '{}'), l.route, l.correlation, l.reason
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
    $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
    AS l ("user", role, organisation, verb, purpose, programme, subject, unit, policies, route,
      correlation, reason)`;

const toReview = `
  SELECT "user", programme, CASE verb WHEN 'reveal' THEN 'address-reveal' ELSE 'sample' END AS because
  FROM read_log.look WHERE id = $1
    AND (verb = 'reveal' OR id IN (SELECT look FROM read_log.sampled_look))`;

const select = `
  SELECT at, verb, purpose FROM read_log.look
  WHERE programme = $1 AND subject = ANY ($2) ORDER BY at, id`;

type Row = readonly (string | null)[];

/** Looks in PostgreSQL: concurrent ones share a commit. */
export class PostgresReadLog extends ReadLog {
  private readonly writes: GroupCommit<readonly Row[], undefined>;

  constructor(private readonly pool: pg.Pool) {
    super();
    this.writes = new GroupCommit(
      async (looks) => {
        const rows = looks.flat();
        const columns = Array.from({ length: 12 }, (_, at) => rows.map((row) => row[at]));
        await pool.query({ name: 'read-log.write', text: insert, values: columns });
        return looks.map(() => undefined);
      },
      { maxItems: 256, concurrency: 2 },
    );
  }

  async write(look: Look): Promise<void> {
    await this.writes.submit(rowsOf(look));
  }

  async looksAt(programme: string, subjects: readonly string[]): Promise<LookAtThem[]> {
    // On behalf of the data protection officer, whoever of the programme hands it over.
    const { rows } = await asAsker(this.pool, { role: 'dpo' }, (client) =>
      client.query<Omit<LookAtThem, 'at'> & { at: Date }>({
        name: 'read-log.looks-at',
        text: select,
        values: [programme, subjects],
      }),
    );
    return rows.map(({ at, ...look }) => ({ at: at.toISOString(), ...look }));
  }

  async lookToReview(asker: Asker, id: string): Promise<LookToReview | undefined> {
    const { rows } = await asAsker(this.pool, asker, (client) =>
      client.query<LookToReview>({ name: 'read-log.to-review', text: toReview, values: [id] }),
    );
    return rows[0];
  }
}

function rowsOf({ identity, verb, purpose, reason, seen, route, correlationId }: Look): Row[] {
  const { user, role, organisation } = identity;
  const whom = seen.length > 0 ? distinct(seen) : [{ programme: null }];
  return whom.map(({ programme, subject, unit, policies = [] }: Partial<Nullable<Seen>>) => [
    ...[user, role, organisation, verb, purpose],
    ...[programme ?? null, subject ?? null, unit ?? null, (policies ?? []).join(' ')],
    ...[route, correlationId, reason ?? null],
  ]);
}

type Nullable<Type> = { readonly [Key in keyof Type]: Type[Key] | null };

/** Each person once, and each unit without a person once. */
function distinct(seen: readonly Seen[]): Seen[] {
  const byName = new Map<string, Seen>();
  for (const one of seen) {
    const { programme, subject, unit } = one;
    const name = JSON.stringify([programme, subject ?? null, subject === undefined ? unit : null]);
    if (!byName.has(name)) byName.set(name, one);
  }
  return [...byName.values()];
}
