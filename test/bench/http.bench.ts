import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoIdentity, demoUser } from '@sikkerby/access';
import { createPool } from '@sikkerby/postgres';
import { registered } from '../support/persons.js';
import { load } from './load.js';
import { compare, type Figure } from './measure.js';
import { until } from '../support/until.js';

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
  const [tokenKey, database] = [newTokenKey(), await emptyDatabase(url)];
  const empty = await start(['--import', 'tsx', 'test/bench/empty-post.ts'], {});
  const api = await start(['dist/apps/api/main.js'], {
    DATABASE_URL: database,
    KEYS_DIR: mkdtempSync(join(tmpdir(), 'sikkerby-bench-keys-')),
    VAULT_KEY: randomBytes(32).toString('base64'),
    TOKEN_KEY: tokenKey,
    REQUESTS_PER_MINUTE: '1000000',
  });
  const identity = await DemoIdentity.from(tokenKey);
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
    return (await answer.json()) as object;
  });
  const openCase = JSON.stringify({ ...newCase, subject });
  const next = () => ({
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
    const ours = () => load(api.port, path, count, next);
    const baseline = () => load(empty.port, path, count, next);
    return [await compare(name, { ours, baseline, target: 0.25 })];
  } finally {
    await Promise.all([api, empty].map(({ process }) => end(process)));
  }
}

function newTokenKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

async function emptyDatabase(url: string): Promise<string> {
  const pool = createPool(url, { name: 'bench' });
  await pool.query('DROP DATABASE IF EXISTS bench_http WITH (FORCE)');
  await pool.query('CREATE DATABASE bench_http');
  await pool.end();
  return Object.assign(new URL(url), { pathname: 'bench_http' }).href;
}

/** Another process, listening. */
async function start(
  args: string[],
  settings: Record<string, string>,
): Promise<{ port: number; process: ChildProcess }> {
  const port = await freePort();
  const env = { ...process.env, ...settings, PORT: String(port) };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const address = `http://127.0.0.1:${String(port)}`;
  await until('a server of the bench answers', async () => {
    if (child.exitCode !== null) throw new Error('a server of the bench did not start');
    return fetch(address).then(
      () => true,
      () => false,
    );
  });
  return { port, process: child };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
