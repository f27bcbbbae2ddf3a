import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { jsonBody } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { counts } from '../support/effort.js';
import { patience } from '../support/patience.js';
import { sendRequest } from '../support/send-request.js';
import { until } from '../support/until.js';
import { Cluster } from '../wire-double/cluster.js';
import type { WireDouble } from '../wire-double/wire-double.js';

const rounds = counts.drills;

jest.setTimeout(patience(60 + 180 * rounds));

const writers = 4;
const second = 1000;

/** What an answer may take; the rest is for the way and for a busy machine. */
const deadline = 10 * second;
const slack = patience(3);

let cluster: Cluster;
let office: Office;
let token: string;
let analyst: string;

beforeAll(async () => {
  cluster = await Cluster.start(3);
  office = await openOffice(undefined, { EVENTSTOREDB_URL: cluster.url });
  token = await office.token('probe.lifts', 'safety-lift-manager', []);
  analyst = await office.token('probe.analyst', 'analyst', []);
});
afterAll(async () => {
  await office.close();
  await cluster.stop();
});

interface Heard {
  readonly what: string;
  readonly status: number;
  readonly type: string | undefined;
  readonly milliseconds: number;
}

const heard: Heard[] = [];

async function ask(what: string, asker: string, body?: object, key?: string) {
  const begin = performance.now();
  const answer = await sendRequest(office.address + what, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${asker}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const told = await jsonBody<{ type?: string; id?: string }>(answer);
  const { status } = answer;
  const milliseconds = performance.now() - begin;
  heard.push({ what, status, type: told.type, milliseconds });
  if (status === 503) expect(answer.headers.get('retry-after')).toBe('2');
  return { status, id: told.id };
}

/** Proposes one lift after the other; each with its key, again and again, until it is taken. */
async function write(stop: AbortSignal, acknowledged: string[]): Promise<void> {
  const body = { kind: 'lift', place: 'plads', district: 'valby', occurredOn: '2017-03-01' };
  while (!stop.aborted) {
    const key = randomUUID();
    for (;;) {
      const { status, id } = await ask('/safety-lift/lifts', token, body, key);
      if (status === 201 && id !== undefined) {
        acknowledged.push(id);
        break;
      }
      await sleep(200);
    }
    await sleep(200);
  }
}

/** What others ask meanwhile. */
async function read(stop: AbortSignal, acknowledged: readonly string[]): Promise<void> {
  const year = new Date().getUTCFullYear();
  while (!stop.aborted) {
    const last = acknowledged.at(-1);
    if (last !== undefined) await ask(`/safety-lift/lifts/${last}/allowed-commands`, token);
    await ask(
      `/statistics/safety-lift.places?year=${year}&asOf=${new Date().toISOString()}`,
      analyst,
    );
    await ask('/health/ready', token);
    await sleep(300);
  }
}

/** The leader is somebody else, the others say so; or nobody is. */
async function withoutLeading(how: 'another' | 'nobody', leader: WireDouble, seconds: number) {
  cluster.leader = how === 'another' ? cluster.nodes.find((node) => node !== leader) : undefined;
  await sleep(seconds * second);
  cluster.leader = leader;
}

const frozen = (seconds: number) => async (leader: WireDouble) => {
  leader.answering.shut();
  await sleep(seconds * second);
  leader.answering.open();
};

const resetting = (when: 'before' | 'after') => async (leader: WireDouble) => {
  leader.resets = when;
  await sleep(3 * second);
  leader.resets = undefined;
};

const faults: Readonly<Record<string, (leader: WireDouble) => Promise<void>>> = {
  'killed, and started again': async (leader) => {
    leader.kill();
    await sleep(second);
    await leader.listen();
  },
  'frozen for 3 s': frozen(3),
  'frozen for 10 s': frozen(10),
  'frozen for 30 s': frozen(30),
  'answering late': async (leader) => {
    leader.lateBy = 2500;
    await sleep(10 * second);
    leader.lateBy = 0;
  },
  'following another for 20 s': (leader) => withoutLeading('another', leader, 20),
  'without a leader for 20 s': (leader) => withoutLeading('nobody', leader, 20),
  'resetting connections before it does what it is asked': resetting('before'),
  'resetting connections after it did what it was asked': resetting('after'),
};

it(`answers in time, and loses and doubles nothing; ${String(rounds)} times each`, async () => {
  const stopping = new AbortController();
  const acknowledged: string[] = [];
  const working = Promise.all([
    ...Array.from({ length: writers }, () => write(stopping.signal, acknowledged)),
    read(stopping.signal, acknowledged),
  ]);
  working.catch(() => undefined);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, fault] of Object.entries(faults)) {
      const leader = cluster.leader ?? cluster.nodes[0];
      if (!leader) throw new Error('no node');
      const before = acknowledged.length;
      await fault(leader);
      await until(`commands are taken after: ${name}`, () => acknowledged.length > before, 20);
      await until(
        `it is ready after: ${name}`,
        async () => {
          const { status } = await ask('/health/ready', token);
          return status === 200 || status;
        },
        20,
      );
    }
  }
  stopping.abort();
  await working;

  const refused = heard.filter(({ status }) => status === 503).length;
  const longest = Math.max(...heard.map(({ milliseconds }) => milliseconds));
  process.stdout.write(
    `The drill: ${heard.length} answers, ${refused} of them 503, the longest after ${Math.round(longest)} ms; ${acknowledged.length} commands taken\n`,
  );
  const wrong = heard.filter(({ status }) => ![200, 201, 503].includes(status));
  expect(wrong).toEqual([]);
  expect(heard.filter(({ milliseconds }) => milliseconds > deadline + slack)).toEqual([]);
  const late = heard.filter(({ what }) => what === '/health/ready');
  expect(late.filter(({ milliseconds }) => milliseconds > 2 * second + slack)).toEqual([]);

  const proposed = cluster.log.ours().filter(({ type }) => type === 'safety-lift.lift-proposed.v1');
  const streams = proposed.map(({ stream }) => stream.slice(stream.indexOf('-') + 1));
  expect(streams.toSorted()).toEqual(acknowledged.toSorted());
});
