import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ProblemDocument } from '@sikkerby/http';
import { contexts } from '@sikkerby/system';
import { readCpr } from '../../libs/people/register/cpr.js';
import { post, send, testApi, type TestApi } from '../http/support/test-api.js';
import { impossiblePerson as person } from '../support/persons.js';

const persons = '/people/youth-concern/persons';

let api: TestApi;

beforeAll(async () => {
  api = await testApi({ programmes: contexts });
});
afterAll(() => api.close());

interface Found {
  items: { subject: string; name: string; matched: string[] }[];
  searchToken: string;
}

async function search(by: object): Promise<Found> {
  const { status, body } = await post<Found>(api, '/people/youth-concern/search', by);
  expect(status).toBe(200);
  return body;
}

async function register(
  who: object,
  { key = randomUUID(), searched = who }: { key?: string; searched?: object } = {},
) {
  const { name, birthDate, cpr } = { cpr: undefined, ...person, ...searched };
  const { searchToken } = await search({ name, birthDate, cpr });
  const body = { ...person, ...who, searchToken };
  return post<{ subject: string; warnings: string[] } & ProblemDocument>(api, persons, body, {
    'idempotency-key': key,
  });
}

// Fails modulus 11 and is not of 1 January: nobody's.
let serial = 4000;
function nobodysCpr(): string {
  while (serial < 9999) {
    const text = `170502-${String((serial += 1))}`;
    const cpr = readCpr(text);
    if (cpr && !cpr.passesModulus11) return text;
  }
  throw new Error('no number is left');
}
const newName = () => `Prøve Opdigtet-${randomUUID()}`;

describe('a person', () => {
  it('is registered after a search, found afterwards, and a retry is the same person', async () => {
    const [name, cpr, key] = [newName(), nobodysCpr(), randomUUID()];
    const first = await register({ name, cpr }, { key });
    expect([first.status, first.body.warnings]).toEqual([201, ['the-cpr-number-fails-modulus-11']]);
    expect((await register({ name, cpr }, { key })).body).toEqual(first.body);
    const { subject } = first.body;
    const both = ['cpr', 'name-and-birth-date'];
    expect((await search({ cpr })).items).toMatchObject([{ subject, name, matched: ['cpr'] }]);
    expect(
      (await search({ cpr, name: ` ${name.toUpperCase()} `, birthDate: person.birthDate })).items,
    ).toMatchObject([{ subject, matched: both }]);
    expect((await send(api, 'GET', `${persons}/${subject}`)).body).toEqual({
      ...{ ...person, subject, name, cprIsKnown: true, addressProtected: false },
    });
  });

  it('is not registered without a search, or after one for somebody else', async () => {
    const withoutToken = { ...person, name: newName(), searchToken: 'none' };
    const refused = await post<ProblemDocument>(api, persons, withoutToken);
    const other = await register({ name: newName() }, { searched: { name: newName() } });
    const unsearchedCpr = await register({ name: newName(), cpr: nobodysCpr() }, { searched: {} });
    const foreign = await api.token({ user: 'probe.other' });
    const name = newName();
    const { searchToken } = await search({ name, birthDate: person.birthDate });
    const stolen = await post<ProblemDocument>(
      api,
      persons,
      { ...person, name, searchToken },
      { authorization: `Bearer ${foreign}` },
    );
    for (const { status, body } of [refused, other, unsearchedCpr, stolen]) {
      expect([status, body.rule]).toEqual([
        409,
        'a-person-is-searched-for-before-they-are-registered',
      ]);
    }
  });

  it('has one record for a CPR number, however many register it at once', async () => {
    const cpr = nobodysCpr();
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => register({ name: newName(), cpr })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const rules = answers.filter(({ status }) => status !== 201).map(({ body }) => body.rule);
    expect(new Set(rules)).toEqual(new Set(['a-cpr-number-is-registered-once']));
  });

  it('of the same name and birth date is looked at first, and then told apart', async () => {
    const name = newName();
    const { subject } = (await register({ name })).body;
    const again = await register({ name });
    expect([again.status, again.body.rule]).toEqual([
      409,
      'a-person-of-the-same-name-and-birth-date-is-looked-at-first',
    ]);
    const other = await register({ name, notTheSameAs: [subject] });
    expect(other.status).toBe(201);
    const coordinator = { authorization: `Bearer ${await api.token({ role: 'ssp-coordinator' })}` };
    const proposed = await send<{ items: object[] }>(
      api,
      'GET',
      '/people/youth-concern/duplicates',
      coordinator,
    );
    expect(JSON.stringify(proposed.body)).not.toContain(subject);
  });

  it('is checked for duplicates when it is changed, too', async () => {
    const [name, cpr] = [newName(), nobodysCpr()];
    await register({ name, cpr });
    const { subject } = (await register({ name: newName() })).body;
    const change = `${persons}/${subject}/change`;
    const sameCpr = await post<ProblemDocument>(api, change, { ...person, name: newName(), cpr });
    expect(sameCpr.body.rule).toBe('a-cpr-number-is-registered-once');
    const sameName = await post<ProblemDocument>(api, change, { ...person, name });
    expect(sameName.body.rule).toBe('a-person-of-the-same-name-and-birth-date-is-looked-at-first');
    const free = await post(api, change, { ...person, name: newName() });
    expect(free.status).toBe(201);
  });

  it('has the birth date of its CPR number', async () => {
    const { status, body } = await register({
      ...{ name: newName(), cpr: nobodysCpr(), birthDate: '2002-05-18' },
    });
    expect([status, body.rule]).toEqual([409, 'the-birth-date-is-that-of-the-cpr-number']);
  });

  it('keeps a protected address to whoever asks for it, which is logged', async () => {
    const address = 'Opdigtet Allé 7, 2450 København SV';
    const { subject } = (await register({ name: newName(), address, addressProtected: true })).body;
    const shown = await send(api, 'GET', `${persons}/${subject}`);
    expect(shown.text).not.toContain('Opdigtet Allé');
    const reveal = { reason: 'home-visit' };
    const revealed = await post(api, `${persons}/${subject}/reveal-address`, reveal);
    expect(revealed.body).toEqual({ subject, address });
  });

  it.each([{ cpr: '310298-1234' }, { cpr: '9999999999' }, { birthDate: '2002-02-30' }])(
    'is not searched by %j, which the answer does not repeat',
    async (by) => {
      const { status, text } = await post(api, '/people/youth-concern/search', by);
      expect(status).toBe(400);
      expect(text).not.toContain(Object.values(by)[0]);
    },
  );

  it.each([{}, { name: 'Prøve Opdigtet' }, { birthDate: '2002-05-17' }])(
    'is not found by too little: %j',
    async (by) => {
      expect((await post(api, '/people/youth-concern/search', by)).status).toBe(400);
    },
  );

  it('leaves no number, name or date in the events, the log lines or the register', async () => {
    const [name, cpr] = [newName(), nobodysCpr()];
    await register({ name, cpr });
    const pool = api.parts.pool;
    const { rows } = await pool.query<{ all: string }>(
      `SELECT coalesce(string_agg(l::text, ''), '') AS all FROM event_store.log l`,
    );
    for (const text of [rows[0]?.all ?? '', api.lines.join('')]) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(cpr.replace('-', ''));
      expect(text).not.toContain(cpr);
    }
  });
});

describe('the register, row by row', () => {
  it('shows the application the programmes that it asks for, and none without asking', async () => {
    await register({ name: newName() });
    const count = async (programmes: string) => {
      const client = await api.parts.pool.connect();
      try {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('sikkerby.programmes', $1, true)`, [programmes]);
        const { rows } = await client.query<{ count: number }>(
          'SELECT count(*)::int AS count FROM people.subjects WHERE true',
        );
        return rows[0]?.count;
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    expect(await count('youth-concern')).toBeGreaterThan(0);
    expect(await count('exit-programme')).toBe(0);
    expect(await count('')).toBe(0);
    const { rows } = await api.parts.pool.query('SELECT FROM people.look_ups');
    expect(rows).toEqual([]);
  });
});

describe('registrations and changes with a CPR number', () => {
  it.each(['/persons', '/persons/00000000-0000-4000-8000-000000000000/change'])(
    'count as searches by it, since they tell whether it is registered: %s',
    async (path) => {
      const strict = await testApi({ programmes: contexts, cprLookUpsPerMinute: 2 });
      try {
        const url = '/people/youth-concern';
        await post(strict, `${url}/search`, { cpr: nobodysCpr() });
        const statuses = [];
        for (let number = 0; number < 3; number += 1) {
          const body = { ...person, cpr: nobodysCpr(), searchToken: 'none' };
          statuses.push((await post(strict, url + path, body)).status);
        }
        expect(statuses[0]).not.toBe(429);
        expect(statuses.slice(1)).toEqual([429, 429]);
        const withoutCpr = await post(strict, url + path, { ...person, searchToken: 'none' });
        expect(withoutCpr.status).not.toBe(429);
      } finally {
        await strict.close();
      }
    },
  );
});
describe('searches by CPR number', () => {
  it('are few in a minute for one user; others, and other searches, go on', async () => {
    const strict = await testApi({ programmes: contexts, cprLookUpsPerMinute: 3 });
    try {
      const url = '/people/youth-concern/search';
      const statuses = [];
      for (let number = 0; number < 5; number += 1) {
        statuses.push((await post(strict, url, { cpr: nobodysCpr() })).status);
      }
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
      const byName = { name: newName(), birthDate: person.birthDate };
      expect((await post(strict, url, byName)).status).toBe(200);
      const authorization = `Bearer ${await strict.token({ user: 'probe.other' })}`;
      const other = await post(strict, url, { cpr: nobodysCpr() }, { authorization });
      expect(other.status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});
