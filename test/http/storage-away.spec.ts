import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ProblemDocument } from '@sikkerby/http';
import { breakableWay } from './support/breakable-way.js';
import { post, send, testApi, type TestApi } from './support/test-api.js';

const good = { district: 'valby', note: 'Lygten er opdigtet' };
let api: TestApi;
let way: Awaited<ReturnType<typeof breakableWay>>;

beforeAll(async () => {
  api = await testApi({}, async (url) => {
    way = await breakableWay(url);
    return way.url;
  });
});

afterAll(async () => {
  await api.close();
  await way.cut();
});

describe('while the database is away', () => {
  it('commands and readiness are 503 with Retry-After; then they work, the same key included', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await post(api, '/lamp/lamps', good)).status).toBe(201);
    await way.cut();
    for (const answer of [
      await post<ProblemDocument>(api, '/lamp/lamps', good, key),
      await send<ProblemDocument>(api, 'GET', '/health/ready'),
    ]) {
      expect(answer.status).toBe(503);
      expect(answer.body.type).toBe('urn:problem:storage-away');
      expect(answer.headers.get('retry-after')).toBe('2');
      expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1|pg|sql/i);
    }
    expect((await send(api, 'GET', '/health/live')).status).toBe(200);
    await way.mend();
    expect((await post(api, '/lamp/lamps', good, key)).status).toBe(201);
    expect((await send(api, 'GET', '/health/ready')).status).toBe(200);
  });
});

describe('a user who sends too much', () => {
  it('is told to wait, and others are not', async () => {
    const eager = await testApi({ requestsPerMinute: 3 });
    const other = { authorization: `Bearer ${await eager.token({ user: 'probe.other' })}` };
    for (let at = 0; at < 3; at += 1) await post(eager, '/lamp/lamps', good);
    const answer = await post(eager, '/lamp/lamps', good);
    expect(answer).toMatchObject({ status: 429, body: { type: 'urn:problem:too-many-requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post(eager, '/lamp/lamps', good, other)).status).toBe(201);
    await eager.close();
  });
});
