import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@sikkerby/commands';
import type { ProblemDocument } from '@sikkerby/http';
import { post, testApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let lampUrl: string;

const good = { district: 'valby', note: 'Lygten er opdigtet' };

beforeAll(async () => {
  api = await testApi();
  const { body } = await post<Receipt>(api, '/lamp/lamps', good);
  lampUrl = `/lamp/lamps/${body.id}/brighten`;
});

afterAll(() => api.close());

describe('a command that is not as it must be', () => {
  const usedKey = randomUUID();

  it.each<[string, number, string, unknown, Record<string, string | undefined>, string]>([
    ['malformed JSON', 400, 'malformed-request', '{"district": "val', {}, ''],
    ['an empty body', 400, 'malformed-request', '', {}, ''],
    ['a poisoned prototype', 400, 'malformed-request', '{"__proto__": {"x": 1}}', {}, ''],
    ['an array', 400, 'invalid-request', [good], {}, ''],
    ['a bare text', 400, 'invalid-request', '"valby"', {}, ''],
    ['null', 400, 'invalid-request', 'null', {}, ''],
    ['an unknown field', 400, 'invalid-request', { ...good, colour: 'red' }, {}, '/colour'],
    ['a wrong type', 400, 'invalid-request', { ...good, note: 7 }, {}, '/note'],
    ['a missing field', 400, 'invalid-request', { district: 'valby' }, {}, '/note'],
    ['a bad day', 400, 'invalid-request', { ...good, occurredOn: '2017-02-30' }, {}, '/occurredOn'],
    ['a number for a day', 400, 'invalid-request', { ...good, occurredOn: 7 }, {}, '/occurredOn'],
    ['an unknown district', 400, 'invalid-request', { ...good, district: 'x' }, {}, '/district'],
    ['a text too long', 400, 'invalid-request', { ...good, note: 'x'.repeat(201) }, {}, '/note'],
    ['a NUL', 400, 'invalid-request', { ...good, note: 'Lygte\0' }, {}, ''],
    ['no Idempotency-Key', 400, 'invalid-request', good, { 'idempotency-key': undefined }, ''],
    ['a bad Idempotency-Key', 400, 'invalid-request', good, { 'idempotency-key': 'short' }, ''],
    ['no token', 401, 'not-authenticated', good, { authorization: undefined }, ''],
    ['a bad token', 401, 'not-authenticated', good, { authorization: 'Bearer a.b.c' }, ''],
    ['2 MB', 413, 'body-too-large', { ...good, note: 'x'.repeat(2_000_000) }, {}, ''],
    ['a form', 415, 'not-json', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, ''],
    ['a plain text', 415, 'not-json', 'lamp', { 'content-type': 'text/plain' }, ''],
  ])('%s: %i', async (_, status, kind, body, headers, pointer) => {
    const before = await api.parts.store.head();
    const answer = await post<ProblemDocument>(api, '/lamp/lamps', body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: `urn:problem:${kind}`, status });
    expect(answer.body.correlationId).toBe(answer.headers.get('x-correlation-id'));
    if (pointer !== '')
      expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(await api.parts.store.head()).toEqual(before);
  });

  it.each<[string, number, string, unknown, Record<string, string | undefined>]>([
    ['no If-Match', 428, 'revision-required', { by: 1 }, {}],
    ['a bad If-Match', 400, 'invalid-request', { by: 1 }, { 'if-match': '*' }],
    ['a stale If-Match', 412, 'stale-revision', { by: 1 }, { 'if-match': '"7"' }],
    ['a rule', 409, 'a-lamp-does-not-blind-anybody', { by: 101 }, { 'if-match': '"0"' }],
  ])('%s: %i', async (_, status, kind, body, headers) => {
    const before = await api.parts.store.head();
    const answer = await post<ProblemDocument>(api, lampUrl, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ type: `urn:problem:${kind}`, status });
    expect(await api.parts.store.head()).toEqual(before);
  });

  it('a key that was used for another command: 422', async () => {
    const first = await post(api, '/lamp/lamps', good, { 'idempotency-key': usedKey });
    expect(first.status).toBe(201);
    const before = await api.parts.store.head();
    const other = { ...good, note: 'Noget andet' };
    const answer = await post<ProblemDocument>(api, '/lamp/lamps', other, {
      'idempotency-key': usedKey,
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ type: 'urn:problem:key-reused' });
    expect(await api.parts.store.head()).toEqual(before);
  });

  it('never repeats what was sent', async () => {
    const secret = 'KANARIE-7f3a';
    const body = { district: secret, note: [secret], [secret]: 1, occurredOn: secret };
    const answer = await post<ProblemDocument>(api, '/lamp/lamps', body, {
      'accept-language': secret,
    });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(secret);
    expect(api.lines.join('')).not.toContain(secret);
  });

  it('is told in Danish to whom asks for Danish', async () => {
    const answer = await post<ProblemDocument>(
      api,
      '/lamp/lamps',
      {},
      { 'accept-language': 'da-DK,en;q=0.5' },
    );
    expect(answer.body).toMatchObject({ title: 'Forespørgslen er ikke, som den skal være' });
  });
});
