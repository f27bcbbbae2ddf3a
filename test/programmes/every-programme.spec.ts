import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/decisions';
import { programmes } from '@sikkerby/programmes';
import { recordSamples } from '../events/record-samples.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { stories } from './stories.js';
import type { Story, Told } from './story.js';

const districts = ['noerrebro', 'valby', 'bispebjerg', 'amager-oest', 'indre-by'];

let office: Office;
const tokens = new Map<Role, string>();
/** Everybody of the stories, by programme and number. */
const persons = new Map<string, string>();
/** Units that were there before, by their stories. */
const before = new Map<Story, string>();
/** The unit into which a story's own is merged. */
const survivors = new Map<Story, string>();

beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  if (process.env.RECORD_SAMPLES) recordSamples(await office.log());
  await office.close();
});

async function tokenOf(role: Role): Promise<string> {
  const known = tokens.get(role) ?? (await office.token(`probe.${role}`, role, districts));
  tokens.set(role, known);
  return known;
}

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

async function send<Body = Receipt>(
  path: string,
  role: Role,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  const answer = await fetch(office.address + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...{ authorization: `Bearer ${await tokenOf(role)}`, 'content-type': 'application/json' },
      ...{ 'idempotency-key': randomUUID(), ...headers },
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
}

/** The unit of a story that comes before others, lived through once; its id. */
async function lived(story: Story): Promise<string> {
  const known = before.get(story);
  if (known) return known;
  let { body: unit } = await begun(story);
  for (const told of story.acts) unit = (await given(story, unit, told)).body;
  before.set(story, unit.id);
  return unit.id;
}

/** The body with persons, and a survivor, in the place of what stands for them. */
async function filled(story: Story, body: object): Promise<Record<string, unknown>> {
  const entries = await Promise.all(
    Object.entries(body).map(async ([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value)
        ? await Promise.all(value.map((one: unknown) => reference(story, one)))
        : await reference(story, value),
    ]),
  );
  return Object.fromEntries(entries) as Record<string, unknown>;
}

async function reference(story: Story, value: unknown): Promise<unknown> {
  if (value === 'another') {
    const survivor = survivors.get(story) ?? (await begun(story)).body.id;
    survivors.set(story, survivor);
    return survivor;
  }
  const earlier = typeof value === 'string' ? story.before?.[value] : undefined;
  if (earlier) return lived(earlier);
  if (typeof value !== 'string' || !/^person-\d+$/.test(value)) return value;
  const name = `${story.programme} ${value}`;
  const { programme, role } = story;
  const known =
    persons.get(name) ??
    (await registered(
      async (path, body) => (await send<object>(path, role, body)).body,
      {},
      programme,
    ));
  persons.set(name, known);
  return known;
}

async function begun(story: Story, key: string = randomUUID(), role = story.role) {
  const { programme, path, begin } = story;
  const body = { ...(await filled(story, begin.body)), occurredOn: begin.on };
  return send(`/${programme}/${path}`, role, body, { 'idempotency-key': key });
}

async function given(
  story: Story,
  unit: Receipt,
  { act, body, on, by = story.role }: Told,
  how: { readonly key?: string; readonly role?: Role } = {},
): Promise<Answer<Receipt>> {
  const path = `/${story.programme}/${story.path}/${unit.id}/${act}`;
  const { key = randomUUID(), role = by } = how;
  return send(
    path,
    role,
    { ...(await filled(story, body)), occurredOn: on },
    {
      ...{ 'idempotency-key': key, 'if-match': `"${String(unit.revision)}"` },
    },
  );
}

const outsider = (story: Story): Role => (story.role === 'analyst' ? 'auditor' : 'analyst');

describe.each(stories)('$programme/$path', (story) => {
  let unit: Receipt;

  it('begins once for one key, and not for a role outside', async () => {
    const key = randomUUID();
    const first = await begun(story, key);
    expect([first.status, first.body]).toEqual([201, expect.objectContaining({ revision: 0 })]);
    expect(await begun(story, key)).toEqual(first);
    expect((await begun(story, randomUUID(), outsider(story))).status).toBe(403);
    unit = first.body;
  });

  it('lives: each thing happens, a second time nothing, and not for who saw an older state', async () => {
    for (const told of story.acts) {
      const { act } = told;
      const done = await given(story, unit, told);
      expect([act, done.status, done.body]).toEqual([act, 200, expect.anything()]);
      expect([act, done.body.revision]).toEqual([act, unit.revision + 1]);
      const stale = await given(story, unit, told);
      expect([act, stale.status]).toEqual([act, 412]);
      const again = await given(story, done.body, told);
      const revision = done.body.revision + (told.another ? 1 : 0);
      expect([act, again.status, again.body]).toEqual([
        act,
        200,
        expect.objectContaining({ revision }),
      ]);
      const stranger = await given(story, again.body, told, { role: outsider(story) });
      expect([act, stranger.status]).toEqual([act, 403]);
      unit = again.body;
    }
  });

  it('is told in Danish and English, and says what can be done', async () => {
    const at = `/${story.programme}/${story.path}/${unit.id}`;
    for (const language of ['da', 'en']) {
      const { body } = await send<{ sentence: string }[]>(
        `${at}/journal?language=${language}`,
        story.role,
      );
      expect(body).toHaveLength(unit.revision + 1);
      for (const { sentence } of body) expect(sentence).toMatch(/^[^{}]*\w[^{}]*\.$/);
      expect(body.map(({ sentence }) => sentence).join()).not.toMatch(/undefined|: \.|\(\)/);
    }
    expect((await send<object[]>(`${at}/allowed-commands`, story.role)).status).toBe(200);
    const now = await send<{ revision: number; status: string }>(at, story.role);
    expect(now).toMatchObject({ status: 200, body: { revision: unit.revision } });
  });

  it('is in the list of all', async () => {
    const { body } = await send<{ items: { unitId: string }[] }>(
      `/${story.programme}/${story.path}?all=true&limit=100&sort=-beganOn`,
      story.role,
      undefined,
      { 'x-min-position': unit.position },
    );
    expect(body.items.map(({ unitId }) => unitId)).toContain(unit.id);
  });
});

describe('the stories', () => {
  it('do everything that can be done', () => {
    const done = new Map<string, Set<string>>();
    for (const { programme, path, acts } of stories) {
      const known = done.get(`${programme}/${path}`) ?? new Set<string>();
      done.set(`${programme}/${path}`, new Set([...known, ...acts.map(({ act }) => act)]));
    }
    for (const { name, units = [] } of programmes) {
      for (const { path, acts } of units) {
        const missing = Object.keys(acts).filter((act) => !done.get(`${name}/${path}`)?.has(act));
        expect([name, path, missing]).toEqual([name, path, []]);
      }
    }
  });

  it('leave rows that are the same when they are made anew', async () => {
    const rows = await office.readModels();
    await office.rebuild();
    expect(await office.readModels()).toEqual(rows);
  });
});
