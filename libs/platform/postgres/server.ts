import { readFile, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError, hasCode } from '@sikkerby/configuration';
import pg from 'pg';
import { program } from './binaries.js';
import { openCluster, superuser, type Cluster } from './cluster.js';
import { findRunning } from './running.js';
import { runAs } from './server-user.js';

/** The embedded PostgreSQL of a data folder. */
export interface Server {
  /** Of the superuser; holds the password. */
  readonly url: string;
  /** Ends the server and everybody's connections, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Finds the folder's server running, or starts it: as a process of its own, so that a signal from
 * the keyboard does not end it before us. It listens on loopback only, at `port` or any free one.
 * @throws ConfigurationError
 */
export async function startServer(dataDir: string, port?: number): Promise<Server> {
  const opened = await openCluster(dataDir);
  const cluster = { ...opened, folder: await realpath(opened.folder) };
  let reason: string | undefined = 'it does not answer';
  for (let patience = 300; patience > 0; patience--) {
    const running = await findRunning(cluster.folder);
    if (typeof running === 'object') {
      const url = urlOf(cluster, running.port);
      if (await answers(url)) return { url, stop: () => stop(cluster) };
    } else {
      reason = await start(cluster, await usablePort(port));
      if (reason === undefined) continue;
      patience -= 5;
    }
    await sleep(100);
  }
  throw new ConfigurationError(`DATA_DIR: PostgreSQL in ${cluster.folder}: ${reason ?? ''}`);
}

function urlOf(cluster: Cluster, port: number): string {
  const secret = encodeURIComponent(cluster.password);
  return `postgresql://${superuser}:${secret}@127.0.0.1:${port}/postgres`;
}

/** False while it starts or stops. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (!hasCode(error, '28P01')) return false;
    throw new ConfigurationError('DATA_DIR: postgres-password is not the password of its server');
  } finally {
    await client.end();
  }
}

async function usablePort(wanted?: number): Promise<number> {
  return new Promise((found, refuse) => {
    const probe = createServer();
    probe.once('error', () => {
      const what = wanted === undefined ? 'no port is free' : `port ${wanted} is taken`;
      refuse(new ConfigurationError(`POSTGRES_PORT: ${what}; choose another`));
    });
    probe.listen(wanted ?? 0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

// Nobody's data in the server's log: neither statements nor the values that an error is about. Each
// program keeps some forty connections, and tests run several programs on one server.
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'max_connections=400',
];

/** Resolves to the reason when it fails, which passes when another program was faster or is leaving. */
async function start(cluster: Cluster, port: number): Promise<string | undefined> {
  const options = [...settings, `port=${port}`].map((setting) => `-c ${setting}`).join(' ');
  const log = join(cluster.folder, 'server.log');
  const read = () => readFile(log, 'utf8').catch(() => '');
  const before = (await read()).length;
  const args = ['-D', cluster.folder, '-l', log, '-t', '300', '-s', '-w', '-o', options];
  try {
    await runAs(cluster.user, cluster.folder, program('pg_ctl'), [...args, 'start']);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const reasons = (await read()).slice(before).match(/(?:FATAL|PANIC): .*/g);
    if (/"postmaster.pid" already exists/.test(reasons?.[0] ?? '')) await removeLeftBehind(cluster);
    return reasons?.join(' ') ?? String(error);
  }
}

/** A lock file whose process number has gone to another program: PostgreSQL cannot tell. */
async function removeLeftBehind({ folder }: Cluster): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  if ((await findRunning(folder)) === 'left-behind') await rm(lock, { force: true });
}

async function stop(cluster: Cluster): Promise<void> {
  const args = ['-D', cluster.folder, '-m', 'fast', '-t', '300', '-s', '-w', 'stop'];
  await runAs(cluster.user, cluster.folder, program('pg_ctl'), args);
}
