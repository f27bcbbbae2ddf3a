import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { jsonBody, jsonOf } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { patience } from '../support/patience.js';
import { sendRequest } from '../support/send-request.js';
import { until } from '../support/until.js';
import { WireDouble } from '../wire-double/wire-double.js';

jest.setTimeout(patience(60));

let double: WireDouble;
let office: Office;
let token: string;

beforeAll(async () => {
  double = await WireDouble.start();
  office = await openOffice(undefined, { EVENTSTOREDB_URL: double.url });
  token = await office.token('probe.lifts', 'safety-lift-manager', []);
});
afterAll(async () => {
  await office.close();
  await double.stop();
});

interface Heard {
  readonly status: number;
  readonly type?: string;
  readonly id?: string;
  readonly retryAfter: string | null;
}

async function propose(key: string): Promise<Heard> {
  const body = { kind: 'lift', place: 'plads', district: 'valby', occurredOn: '2017-03-01' };
  const answer = await sendRequest(`${office.address}/safety-lift/lifts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
  const told = await jsonBody<{ type?: string; id?: string }>(answer);
  return { status: answer.status, ...told, retryAfter: answer.headers.get('retry-after') };
}

const ready = () => office.get('/health/ready', token);
const away = { status: 503, type: 'urn:problem:storage-away', retryAfter: '2' };

it.each<[how: string, begin: () => void, end: () => void | Promise<void>]>([
  ['stands still', () => double.answering.shut(), () => double.answering.open()],
  ['acknowledges nothing', () => double.acknowledging.shut(), () => double.acknowledging.open()],
  ['is gone', () => double.kill(), () => double.listen()],
])(
  'while the server %s callers are told so; sent again, the one result comes',
  async (...given) => {
    const [how, begin, end] = given;
    const key = randomUUID();
    begin();
    expect(await propose(key)).toMatchObject(away);
    const { status, text } = await ready();
    if (how !== 'acknowledges nothing') {
      expect([status, jsonOf<{ type: string }>(text).type]).toEqual([503, away.type]);
    }
    await end();
    let last: Heard | undefined;
    await until('the command is answered', async () => {
      last = await propose(key);
      return last.status === 201 || last.status;
    });
    expect(await propose(key)).toMatchObject({ status: 201, id: last?.id });
    const events = double.log.ours().filter(({ stream }) => stream.endsWith(last?.id ?? 'none'));
    expect(events.map(({ type }) => type)).toEqual(['safety-lift.lift-proposed.v1']);
    await until(
      'it is ready again',
      async () => {
        const { status: now } = await ready();
        return now === 200 || now;
      },
      30,
    );
  },
);

it('while the server is gone every question that needs the log is told so, in time', async () => {
  const { status, id = 'none' } = await propose(randomUUID());
  expect(status).toBe(201);
  const analyst = await office.token('probe.analyst', 'analyst', []);
  const auditor = await office.token('probe.auditor', 'auditor', []);
  const moment = '2026-01-01T12:00:00Z';
  double.kill();
  const questions: [path: string, asker: string][] = [
    [`/safety-lift/lifts/${id}/journal`, token],
    [`/safety-lift/lifts/${id}/allowed-commands`, token],
    [`/audit/streams/safety_lift-${id}`, auditor],
    [`/audit/streams/safety_lift-${id}?moment=${moment}`, auditor],
    [`/statistics/safety-lift.places?year=2017&asOf=${moment}`, analyst],
    [`/goals/status?year=2017`, analyst],
    ['/health/ready', token],
  ];
  const begin = performance.now();
  const answers = await Promise.all(
    questions.map(async ([path, asker]) => {
      const { status: told, text } = await office.get(path, asker);
      return [path, told, jsonOf<{ type?: string }>(text).type];
    }),
  );
  // Ten seconds at most, and what a busy machine takes besides.
  expect(performance.now() - begin).toBeLessThan(patience(13));
  await double.listen();
  expect(answers).toEqual(questions.map(([path]) => [path, 503, away.type]));
});
