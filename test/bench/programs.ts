import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '@sikkerby/postgres';
import { portOf } from '../support/port-of.js';

/** Settings that programs of ours share on one database. */
export function settingsOn(database: string) {
  return {
    DATABASE_URL: database,
    KEYS_DIR: mkdtempSync(join(tmpdir(), 'sikkerby-bench-keys-')),
    VAULT_KEY: randomBytes(32).toString('base64'),
    TOKEN_KEY: newTokenKey(),
    REQUESTS_PER_MINUTE: '1000000',
  };
}

function newTokenKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

/** A database of that name with nothing in it; its address. */
export async function emptyDatabase(url: string, name: string): Promise<string> {
  const pool = createPool(url, { name: 'bench' });
  await pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await pool.query(`CREATE DATABASE ${name}`);
  await pool.end();
  return Object.assign(new URL(url), { pathname: name }).href;
}

/** Another process, listening. */
export async function start(
  args: string[],
  settings: Record<string, string>,
): Promise<{ port: number; process: ChildProcess }> {
  const port = await freePort();
  const child = run(args, { ...settings, PORT: String(port) });
  const address = `http://127.0.0.1:${String(port)}`;
  while (!(await fetch(address).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error('a server of the bench did not start');
    await sleep(50);
  }
  return { port, process: child };
}

/** Another process. */
export function run(args: string[], settings: Record<string, string>): ChildProcess {
  const env = { ...process.env, ...settings };
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  return port;
}

/** Ends it as an operator does. */
export async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
