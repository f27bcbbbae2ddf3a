import { randomUUID } from 'node:crypto';
import { hasCode } from '@sikkerby/configuration';
import { asAsker } from '@sikkerby/postgres';
import { isOfTheErased, PersonalData, PersonErased } from '@sikkerby/vault';
import type pg from 'pg';
import type { LookUp, LookUpKind, LookUps, SearchedBy } from './look-ups.js';
import type { Particulars } from './particulars.js';

/** Somebody in a programme, by its own reference of them. */
export interface Subject {
  readonly programme: string;
  readonly subject: string;
}

export interface Hit {
  readonly subject: string;
  /** What they have in common with what was searched for. */
  readonly matched: readonly LookUpKind[];
}

/** The CPR number belongs to another record of the programme. */
export class CprTaken extends Error {
  override readonly name = 'CprTaken';
}

/** Field of the vault that holds who a person is. */
export const particularsField = 'particulars';
const field = particularsField;

/**
 * The register of persons: in each programme they have a reference of their own, and no table joins
 * two programmes. What is known of them lies sealed in the vault.
 */
export class Register {
  constructor(
    private readonly pool: pg.Pool,
    private readonly personalData: PersonalData,
    private readonly lookUps: LookUps,
  ) {}

  /** What is known of each, by subject; those who are not there, or were erased, are left out. */
  async particularsOf(
    programme: string,
    subjects: readonly string[],
  ): Promise<Map<string, Particulars>> {
    if (subjects.length === 0) return new Map();
    const texts = await this.personalData.revealField(programme, subjects, field);
    return new Map([...texts].map(([subject, text]) => [subject, JSON.parse(text) as Particulars]));
  }

  /** Everybody of the programme with that CPR number, or that name and birth date. */
  async search(programme: string, by: SearchedBy): Promise<Hit[]> {
    const lookUps = this.lookUps.of(programme, by);
    const { rows } = await asAsker(this.pool, { programmes: [programme] }, (client) =>
      client.query<{ subject: string; matched: LookUpKind[] }>({
        name: 'people.search',
        text: `SELECT subject, array_agg(kind ORDER BY kind) AS matched FROM people.look_ups
          WHERE programme = $1 AND digest = ANY ($2) GROUP BY subject ORDER BY subject LIMIT 50`,
        values: [programme, lookUps.map(({ digest }) => digest)],
      }),
    );
    return rows;
  }

  /** Pairs of records with one name and birth date. */
  async alike(programme: string): Promise<[string, string][]> {
    const { rows } = await asAsker(this.pool, { programmes: [programme] }, (client) =>
      client.query<{ one: string; other: string }>({
        name: 'people.alike',
        text: `SELECT l.subject AS one, r.subject AS other
          FROM people.look_ups l JOIN people.look_ups r USING (programme, kind, digest)
          WHERE programme = $1 AND l.subject < r.subject ORDER BY 1, 2 LIMIT 500`,
        values: [programme],
      }),
    );
    return rows.map(({ one, other }) => [one, other]);
  }

  async has({ programme, subject }: Subject): Promise<boolean> {
    const { rowCount } = await asAsker(this.pool, { programmes: [programme] }, (client) =>
      client.query('SELECT FROM people.subjects WHERE programme = $1 AND subject = $2', [
        ...[programme, subject],
      ]),
    );
    return rowCount === 1;
  }

  /** Writes down who they are, new or anew. @throws CprTaken, PersonErased */
  async keep(person: Subject, particulars: Particulars): Promise<void> {
    const text = JSON.stringify(particulars);
    await this.personalData.put([{ ...person, field, ref: randomUUID(), text }]);
    await this.index(person, this.lookUps.of(person.programme, particulars));
  }

  /** Takes them out of the register, once the vault has shredded what it holds of them. */
  async erase(programme: string, subjects: readonly string[]): Promise<void> {
    await asAsker(this.pool, { programmes: [programme] }, (client) =>
      client.query('DELETE FROM people.subjects WHERE programme = $1 AND subject = ANY ($2)', [
        ...[programme, subjects],
      ]),
    );
  }

  private async index({ programme, subject }: Subject, lookUps: readonly LookUp[]): Promise<void> {
    const kinds = lookUps.map(({ kind }) => kind);
    const digests = lookUps.map(({ digest }) => digest);
    try {
      await asAsker(this.pool, { programmes: [programme] }, async (client) => {
        const { rowCount } = await client.query({
          name: 'people.keep',
          text: 'INSERT INTO people.subjects VALUES ($1, $2) ON CONFLICT DO NOTHING',
          values: [programme, subject],
        });
        if (rowCount === 0) {
          await client.query('DELETE FROM people.look_ups WHERE programme = $1 AND subject = $2', [
            ...[programme, subject],
          ]);
        }
        await client.query({
          name: 'people.index',
          text: `INSERT INTO people.look_ups (programme, subject, kind, digest)
            SELECT $1, $2, kind, digest FROM unnest($3::text[], $4::bytea[]) AS l (kind, digest)`,
          values: [programme, subject, kinds, digests],
        });
      });
    } catch (error) {
      if (isOfTheErased(error)) throw new PersonErased();
      throw hasCode(error, '23505') ? new CprTaken() : error;
    }
  }
}
