import { randomUUID } from 'node:crypto';
import { DemoIdentity, demoUser } from '@sikkerby/access';
import { jsonBody } from '../support/json.js';
import { registered } from '../support/persons.js';
import { load } from './load.js';
import { compare, type Figure } from './measure.js';
import { emptyDatabase, end, settingsOn, start } from './programs.js';

const count = 6_000;
const path = '/youth-concern/cases';

const newCase = {
  district: 'noerrebro',
  level: 2,
  track: 'ssp',
  concernTypes: ['worrying-behaviour'],
  ownerTeam: 'ssp-noerrebro',
  description: 'Opdigtet beskrivelse til demonstration.',
  occurredOn: '2017-03-01',
};

/** Opens cases at 32 connections, against a POST of the same body that does nothing. */
export async function httpBench(url: string): Promise<Figure[]> {
  const settings = settingsOn(await emptyDatabase(url, 'bench_http'));
  const empty = await start(['dist/test/bench/empty-post.js'], {});
  const api = await start(['dist/apps/api/main.js'], settings);
  const identity = await DemoIdentity.from(settings.TOKEN_KEY);
  const token = await identity.sign(demoUser('ssp-caseworker'));
  const subject = await registered(async (path, body) => {
    const answer = await fetch(`http://127.0.0.1:${String(api.port)}${path}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    return await jsonBody<object>(answer);
  });
  const openCase = JSON.stringify({ ...newCase, subject });
  const next = () => ({
    method: 'POST',
    path,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(openCase)),
      'idempotency-key': randomUUID(),
    },
    body: openCase,
  });
  try {
    const name = 'HTTP: open a case, 32 connections / empty Nest Fastify POST';
    const ours = () => load(api.port, count, next);
    const baseline = () => load(empty.port, count, next);
    return [await compare(name, { ours, baseline, target: 0.25 })];
  } finally {
    await Promise.all([api, empty].map(({ process }) => end(process)));
  }
}
