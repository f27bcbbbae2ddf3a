import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  CommandPipeline,
  Decide,
  idFrom,
  StaleRevision,
  type Intent,
  type Receipt,
} from '@sikkerby/commands';
import type { ProblemDocument } from '@sikkerby/http';
import { day } from '@sikkerby/kernel';
import { lamp } from './support/lamp.js';
import { caseworker, post, send, testApi, type TestApi } from './support/test-api.js';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(60));

let api: TestApi;
const good = { district: 'valby', note: 'Lygten er opdigtet' };

beforeAll(async () => {
  api = await testApi();
});

afterAll(() => api.close());

async function hungUp(): Promise<Receipt> {
  return (await post<Receipt>(api, '/lamp/lamps', good)).body;
}

describe('a command', () => {
  it('answers with a receipt: revision as ETag, position as X-Position', async () => {
    const answer = await post<Receipt>(api, '/lamp/lamps', good);
    expect(answer.status).toBe(201);
    expect(answer.body.revision).toBe(0);
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(answer.headers.get('x-position')).toBe(answer.body.position);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [event] = await api.parts.store.readStream(`lamp-${answer.body.id}`);
    expect(event?.actor).toEqual({
      user: 'probe.worker',
      role: 'ssp-caseworker',
      organisation: 'ssp',
    });
    expect(JSON.stringify(event)).not.toContain(good.note);
  });

  it('sent again is answered with the first receipt, also when the unit has moved on', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const created = await post<Receipt>(api, '/lamp/lamps', good, key);
    const url = `/lamp/lamps/${created.body.id}/brighten`;
    const again = { 'idempotency-key': randomUUID(), 'if-match': '"0"' };
    const first = await post(api, url, { by: 1 }, again);
    await post(api, url, { by: 2 }, { 'if-match': '"1"' });
    expect((await post(api, url, { by: 1 }, again)).body).toEqual(first.body);
    expect((await post(api, '/lamp/lamps', good, key)).body).toEqual(created.body);
    expect(await api.parts.store.readStream(`lamp-${created.body.id}`)).toHaveLength(3);
  });

  it('sent many times at once happens once', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post<Receipt>(api, '/lamp/lamps', good, key)),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });

  it('for what is so already changes nothing', async () => {
    const { id, ...rest } = await hungUp();
    const answer = await post(api, `/lamp/lamps/${id}/brighten`, { by: 0 }, { 'if-match': '"0"' });
    expect(answer).toMatchObject({ status: 200, body: { id, ...rest } });
  });

  it('to a unit that has moved on is told what it missed', async () => {
    const { id } = await hungUp();
    const url = `/lamp/lamps/${id}/brighten`;
    await post(api, url, { by: 1 }, { 'if-match': '"0"' });
    const stale = await post<ProblemDocument>(api, url, { by: 2 }, { 'if-match': '"0"' });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({
      revision: 1,
      missed: [{ type: 'lamp.brightened.v1', revision: 1, user: 'probe.worker' }],
    });
  });

  it('that a rule refuses is told the rule and what is allowed now', async () => {
    const { id } = await hungUp();
    const url = `/lamp/lamps/${id}/brighten`;
    const refused = await post<ProblemDocument>(api, url, { by: 101 }, { 'if-match': '"0"' });
    expect(refused.body).toMatchObject({
      status: 409,
      rule: 'a-lamp-does-not-blind-anybody',
      commands: [
        { command: 'hang-up', allowed: false, because: 'a-lamp-is-hung-up-once' },
        { command: 'brighten', allowed: true },
      ],
    });
  });

  it('keeps the correlation id of the caller, if it is one', async () => {
    const given = randomUUID();
    const kept = await post<Receipt>(api, '/lamp/lamps', good, { 'x-correlation-id': given });
    expect(kept.headers.get('x-correlation-id')).toBe(given);
    const [event] = await api.parts.store.readStream(`lamp-${kept.body.id}`);
    expect(event?.correlationId).toBe(given);
    const other = await post(api, '/lamp/lamps', good, { 'x-correlation-id': 'not one' });
    expect(other.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that fails unforeseen says nothing but the correlation id', async () => {
    const { id } = await hungUp();
    const url = `/lamp/lamps/${id}/brighten`;
    for (let at = 0; at < 6; at += 1) {
      await post(api, url, { by: 100 }, { 'if-match': `"${String(at)}"` });
    }
    const answer = await send<ProblemDocument>(api, 'GET', `/lamp/lamps/${id}`);
    expect(answer.body).toMatchObject({ type: 'urn:problem:unexpected', status: 500 });
    expect(answer.text + api.lines.join('')).not.toContain('a secret');
  });
});

describe('many at once on one unit', () => {
  it('of 32 with the same revision one wins, the others are stale', async () => {
    const { id } = await hungUp();
    const answers = await Promise.all(
      Array.from({ length: 32 }, () =>
        post(api, `/lamp/lamps/${id}/brighten`, { by: 1 }, { 'if-match': '"0"' }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([200, ...Array.from({ length: 31 }, () => 412)]);
  });

  it(`of ${String(counts.concurrentCommands)} commands each revision has one winner`, async () => {
    const pipeline = api.app.get(CommandPipeline, { strict: false });
    const { id } = await hungUp();
    const intent = (expected: number): Intent => ({
      ...{ identity: caseworker, key: randomUUID(), expected, correlationId: randomUUID() },
      today: day('2017-03-01'),
    });
    let revision = 0;
    let winners = 0;
    const worker = async (commands: number) => {
      for (let at = 0; at < commands; at += 1) {
        const expected = revision;
        try {
          const command = new Decide(lamp, id, 'brighten', { by: 1 }, intent(expected));
          const receipt = await pipeline.execute(command);
          expect(receipt.revision).toBe(expected + 1);
          winners += 1;
          revision = Math.max(revision, receipt.revision);
        } catch (error) {
          if (!(error instanceof StaleRevision)) throw error;
          revision = Math.max(revision, error.actual);
        }
      }
    };
    await Promise.all(Array.from({ length: 32 }, () => worker(counts.concurrentCommands / 32)));
    const events = await api.parts.store.readStream(`lamp-${id}`);
    expect(events.map((event) => event.revision)).toEqual(events.map((_, at) => at));
    expect(events).toHaveLength(winners + 1);
    expect(winners).toBeGreaterThan(0);
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  });

  it('ids follow from user, key and what they are for', () => {
    const intent = { identity: caseworker, key: 'a-key-of-mine' };
    expect(idFrom(intent, 'lamp')).toBe(idFrom(intent, 'lamp'));
    expect(idFrom(intent, 'lamp')).not.toBe(idFrom(intent, 'event 0'));
    const other = { ...intent, identity: { ...caseworker, user: 'probe.other' } };
    expect(idFrom(other, 'lamp')).not.toBe(idFrom(intent, 'lamp'));
  });
});
