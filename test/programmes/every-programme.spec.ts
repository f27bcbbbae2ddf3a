import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/commands';
import { programmes } from '@sikkerby/programmes';
import { strategyUnits } from '@sikkerby/strategy';
import { jsonBody } from '../support/json.js';
import { recordSamples } from '../events/record-samples.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { Player, type Answer } from './player.js';
import { stories } from './stories.js';
import type { Story } from './story.js';
import { patience } from '../support/patience.js';
import { sendRequest } from '../support/send-request.js';

jest.setTimeout(patience(90));

const districts = ['noerrebro', 'valby', 'bispebjerg', 'amager-oest', 'indre-by'];

let office: Office;
const tokens = new Map<Role, string>();
/** Everybody of the stories, by programme and number. */
const persons = new Map<string, Promise<string>>();

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

async function send<Body = Receipt>(
  path: string,
  role: Role,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  const answer = await sendRequest(office.address + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...{ authorization: `Bearer ${await tokenOf(role)}`, 'content-type': 'application/json' },
      ...{ 'idempotency-key': randomUUID(), ...headers },
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await jsonBody<Body>(answer) };
}

const player = new Player({
  send: (path, role, body, headers) => send(path, role, body, headers),
  personOf({ programme, role }, name) {
    const sends = async (path: string, body: object) => (await send<object>(path, role, body)).body;
    const known = persons.get(`${programme} ${name}`) ?? registered(sends, {}, programme);
    persons.set(`${programme} ${name}`, known);
    return known;
  },
});

const outsider = (story: Story): Role => (story.role === 'analyst' ? 'auditor' : 'analyst');

describe.each(stories)('$programme/$path', (story) => {
  const { reader = story.role } = story;
  let unit: Receipt;

  it('begins once for one key, and not for a role outside', async () => {
    const key = randomUUID();
    const first = await player.begin(story, { key });
    expect([first.status, first.body]).toEqual([201, expect.objectContaining({ revision: 0 })]);
    expect(await player.begin(story, { key })).toEqual(first);
    expect((await player.begin(story, { role: outsider(story) })).status).toBe(403);
    unit = first.body;
  });

  it('lives: each thing happens, a second time nothing, and not for who saw an older state', async () => {
    for (const told of story.acts) {
      const { act } = told;
      const done = await player.act(story, unit, told);
      expect([act, done.status, done.body]).toEqual([act, 200, expect.anything()]);
      expect([act, done.body.revision]).toEqual([act, unit.revision + 1]);
      const stale = await player.act(story, unit, told);
      expect([act, stale.status]).toEqual([act, told.withholds ? 404 : 412]);
      if (told.withholds) {
        unit = done.body;
        continue;
      }
      const again = await player.act(story, done.body, told);
      const revision = done.body.revision + (told.another ? 1 : 0);
      expect([act, again.status, again.body]).toEqual([
        act,
        200,
        expect.objectContaining({ revision }),
      ]);
      const stranger = await player.act(story, again.body, told, { role: outsider(story) });
      expect([act, stranger.status]).toEqual([act, 403]);
      unit = again.body;
    }
  });

  it('is told in Danish and English, and says what can be done', async () => {
    const at = `/${story.programme}/${story.path}/${unit.id}`;
    for (const language of ['da', 'en']) {
      const { body } = await send<{ sentence: string }[]>(
        `${at}/journal?language=${language}`,
        reader,
      );
      expect(body).toHaveLength(unit.revision + 1);
      for (const { sentence } of body) expect(sentence).toMatch(/^[^{}]*\w[^{}]*\.$/);
      expect(body.map(({ sentence }) => sentence).join()).not.toMatch(/undefined|: \.|\(\)/);
    }
    expect((await send<object[]>(`${at}/allowed-commands`, reader)).status).toBe(200);
    const now = await send<{ revision: number; status: string }>(at, reader);
    expect(now).toMatchObject({ status: 200, body: { revision: unit.revision } });
  });

  it('is in the list of all', async () => {
    const { body } = await send<{ items: { unitId: string }[] }>(
      `/${story.programme}/${story.path}?all=true&limit=100&sort=-beganOn`,
      reader,
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
    for (const { name, units = [] } of [...programmes, ...strategyUnits]) {
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
