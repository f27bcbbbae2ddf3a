import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Receipt } from '@sikkerby/commands';
import { jsonOf } from '../support/json.js';
import { Random } from '../golden-year/random.js';
import { counts } from '../support/effort.js';
import { registered } from '../support/persons.js';
import { openOffice, type Office } from './office.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(120));

const requests = counts.looks;
const atOnce = 16;

let office: Office;
let everywhere: string;
let inValby: string;
let analyst: string;
/** Whom each case is about. */
const subjects = new Map<string, string>();

const newCase = {
  ...{ level: 2, track: 'ssp', concernTypes: ['worrying-behaviour'], ownerTeam: 'ssp-valby' },
  ...{ description: 'Opdigtet', occurredOn: '2017-03-01' },
};

beforeAll(async () => {
  office = await openOffice();
  everywhere = await office.token('probe.everywhere', 'ssp-coordinator', ['valby', 'noerrebro']);
  inValby = await office.token('probe.valby', 'ssp-caseworker', ['valby']);
  analyst = await office.token('probe.analyst', 'analyst', []);
  let position = '';
  for (let number = 0; number < 40; number += 1) {
    const district = number % 3 === 0 ? 'noerrebro' : 'valby';
    // Of every five cases two are about one person.
    const known = number % 5 === 4 ? [...subjects.values()].at(-1) : undefined;
    const subject =
      known ?? (await registered((path, body) => office.post(path, everywhere, body)));
    const body = { ...newCase, district, subject };
    const opened = await office.post<Receipt>('/youth-concern/cases', everywhere, body);
    subjects.set(opened.id, subject);
    position = opened.position;
  }
  await office.get('/youth-concern/cases', everywhere, { 'x-min-position': position });
});

afterAll(() => office.close());

interface Row {
  readonly subject: string | null;
  readonly count: number;
}

async function logged(): Promise<Map<string, number>> {
  const { rows } = await office.owner.query<Row>(
    'SELECT subject, count(*)::int AS count FROM read_log.look GROUP BY subject',
  );
  return new Map(rows.map(({ subject, count }) => [subject ?? 'nobody', count]));
}

/** Who is to be in the log after an answer: told from the answer, not from the log. */
function shownIn(path: string, { status, text }: { status: number; text: string }): string[] {
  if (status === 400 || text.includes('not-your-role')) return [];
  if (status !== 200) return ['nobody'];
  const body = jsonOf<{ items?: { caseId: string }[] }>(text);
  const cases = body.items?.map(({ caseId }) => caseId) ?? [path.split('/')[3] ?? ''];
  const shown = new Set(cases.map((id) => subjects.get(id) ?? 'unknown'));
  return shown.size > 0 ? [...shown] : ['nobody'];
}

describe('the read log', () => {
  it(`has one row for each person that each of ${requests} answers shows`, async () => {
    const random = new Random(7);
    const before = await logged();
    const expected = new Map(before);
    const one = <T>(choices: readonly T[]): T => random.pick(choices.map((each) => [each, 1]));
    const ids = [...subjects.keys()];

    function path(): string {
      const id = random.chance(0.9) ? one(ids) : random.uuid();
      return one([
        `/youth-concern/cases/${id}`,
        `/youth-concern/cases/${id}/journal`,
        `/youth-concern/cases/${id}/allowed-commands`,
        `/youth-concern/cases?limit=${random.whole(1, 20)}`,
        '/youth-concern/cases?team=ssp-nobody',
        '/youth-concern/cases?limit=0',
        '/youth-concern/due-actions',
        '/youth-concern/transfers',
      ]);
    }

    let left = requests;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (left-- > 0) {
          const url = path();
          const answer = await office.get(url, one([everywhere, inValby, inValby, analyst]));
          for (const subject of shownIn(url, answer)) {
            expected.set(subject, (expected.get(subject) ?? 0) + 1);
          }
        }
      }),
    );
    expect(expected.get('unknown')).toBeUndefined();
    expect(await logged()).toEqual(expected);
  });

  it('says who, in which role, what for, on which route, and that a miss was one', async () => {
    const [id, subject] = [...subjects][0] ?? [];
    await office.get(`/youth-concern/cases/${id ?? ''}`, everywhere, {
      'x-purpose': 'supervision',
    });
    await office.get('/youth-concern/cases/00000000-0000-4000-8000-000000000000', inValby);
    const { rows } = await office.owner.query<object>(
      `SELECT "user", role, verb, purpose, programme, subject, unit, route
       FROM read_log.look ORDER BY at DESC LIMIT 2`,
    );
    const route = '/youth-concern/cases/:id';
    expect(rows).toEqual([
      {
        ...{ user: 'probe.valby', role: 'ssp-caseworker', verb: 'collect', purpose: 'case-work' },
        ...{ programme: null, subject: null, unit: null, route },
      },
      {
        ...{ user: 'probe.everywhere', role: 'ssp-coordinator', verb: 'collect', route },
        ...{ purpose: 'supervision', programme: 'youth-concern', subject, unit: id },
      },
    ]);
  });

  it('takes no purpose that it does not know', async () => {
    const headers = { 'x-purpose': 'curiosity' };
    const { status, text } = await office.get('/youth-concern/cases', everywhere, headers);
    expect([status, text.includes('X-Purpose')]).toEqual([400, true]);
  });

  it('cannot be changed or emptied, and not be read without being an overseer', async () => {
    const as = async (role: string, statement: string) => {
      const client = await office.owner.connect();
      try {
        await client.query('BEGIN');
        await client.query('SET LOCAL ROLE sikkerby_app');
        await client.query(`SELECT set_config('sikkerby.role', $1, true)`, [role]);
        return (await client.query(statement)).rowCount;
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    await expect(as('dpo', 'UPDATE read_log.look SET verb = verb')).rejects.toThrow('permission');
    await expect(as('dpo', 'DELETE FROM read_log.look')).rejects.toThrow('permission');
    await expect(office.owner.query('DELETE FROM read_log.look')).rejects.toThrow('append-only');
    await expect(office.owner.query('TRUNCATE read_log.look CASCADE')).rejects.toThrow(
      'append-only',
    );
    expect(await as('ssp-caseworker', 'SELECT FROM read_log.look')).toBe(0);
    expect(await as('', 'SELECT FROM read_log.look')).toBe(0);
    expect(await as('dpo', 'SELECT FROM read_log.look')).toBeGreaterThan(requests / 2);
  });

  it('lets no person out while it cannot be written', async () => {
    await office.owner.query('ALTER TABLE read_log.look RENAME TO away');
    try {
      const [id = ''] = subjects.keys();
      const problems = [];
      for (const path of [`/${id}`, `/${id}/journal`, `/${id}/allowed-commands`, '']) {
        const answer = await office.get(`/youth-concern/cases${path}`, everywhere);
        const { type, status } = jsonOf<{ type: string; status: number }>(answer.text);
        problems.push([answer.status, status, type]);
        expect(answer.text).not.toMatch(/Opdigtet|valby/);
      }
      const away = [503, 503, 'urn:problem:read-log-away'];
      expect(problems).toEqual([away, away, away, away]);
    } finally {
      await office.owner.query('ALTER TABLE read_log.away RENAME TO look');
    }
    const { status } = await office.get('/youth-concern/cases', everywhere);
    expect(status).toBe(200);
  });
});
