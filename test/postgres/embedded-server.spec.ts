import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { hasCode } from '@sikkerby/configuration';
import { createPool } from '@sikkerby/postgres';
import { endAll, killNow, launch, serverPid, temporaryFolder, users } from './launch.js';
import { inTurn } from '../support/in-turn.js';
import { until } from '../support/until.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(90));

describe.each(inTurn(users(), 1))('the embedded server, run by $who', (user) => {
  let DATA_DIR: string;

  beforeEach(() => {
    DATA_DIR = temporaryFolder(user);
  });
  afterEach(async () => {
    await endAll();
    expect(serverPid(DATA_DIR)).toBeUndefined();
    rmSync(DATA_DIR, { recursive: true });
  });

  const start = () => launch({ DATA_DIR }, user);

  it('keeps its data over a restart, listens on loopback and has a password of its own', async () => {
    const first = start();
    const before = await first.ready;
    await ask(before, 'CREATE TABLE kept AS SELECT 1154 AS cases');
    expect(await ask(before, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(statSync(join(DATA_DIR, 'postgres-password')).mode & 0o777).toBe(0o600);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(serverPid(DATA_DIR)).toBeUndefined();

    const second = start();
    const after = await second.ready;
    expect(await ask(after, 'SELECT cases FROM kept')).toEqual([{ cases: 1154 }]);
    expect(passwordOf(after)).toBe(passwordOf(before));
    expect(await second.end('SIGINT')).toBe(0);
  });

  it('starts again though the number of its process has gone to another program', async () => {
    const killed = start();
    await killed.ready;
    await killed.end('SIGKILL');
    await killNow(serverPid(DATA_DIR));
    const other = spawn('sleep', ['600'], user.ids);
    await once(other, 'spawn');
    const lock = join(DATA_DIR, 'postgres', 'postmaster.pid');
    const { uid, gid } = statSync(join(DATA_DIR, 'postgres'));
    writeFileSync(lock, `${String(other.pid)}\n${DATA_DIR}/postgres\n1\n1\n\n127.0.0.1\n\nready\n`);
    chownSync(lock, uid, gid);

    const next = start();
    expect(await next.ready).toBeDefined();
    other.kill();
  });
});

describe('programs after and beside each other', () => {
  let DATA_DIR: string;
  beforeEach(() => {
    DATA_DIR = temporaryFolder();
  });
  afterEach(async () => {
    await endAll();
    expect(serverPid(DATA_DIR)).toBeUndefined();
    rmSync(DATA_DIR, { recursive: true });
  });

  it('take over the server of one that was killed, or start it again if it was killed too', async () => {
    const first = launch({ DATA_DIR });
    const address = await first.ready;
    await ask(address, 'CREATE TABLE kept AS SELECT 1154 AS cases');
    await first.end('SIGKILL');
    expect(serverPid(DATA_DIR)).toBeDefined();

    const second = launch({ DATA_DIR });
    expect(await second.ready).toBe(address);
    await second.end('SIGKILL');
    await killNow(serverPid(DATA_DIR));

    const third = launch({ DATA_DIR });
    expect(await ask(await third.ready, 'SELECT cases FROM kept')).toEqual([{ cases: 1154 }]);
  });

  it('make one server for themselves and leave it to the last', async () => {
    const programs = [launch({ DATA_DIR }), launch({ DATA_DIR }), launch({ DATA_DIR })] as const;
    const addresses = await Promise.all(programs.map((program) => program.ready));
    expect(new Set(addresses).size).toBe(1);
    expect(addresses[0]).toBeDefined();

    await programs[0].end('SIGTERM');
    await programs[1].end('SIGKILL');
    expect(await ask(addresses[0], 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('get their server back at the same address when it is killed', async () => {
    const programs = [launch({ DATA_DIR }), launch({ DATA_DIR })] as const;
    const [address] = await Promise.all(programs.map((program) => program.ready));
    const killed = serverPid(DATA_DIR);
    await killNow(killed);

    expect(await ask(address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(serverPid(DATA_DIR)).not.toBe(killed);
    expect(await Promise.all(programs.map((program) => program.end('SIGTERM')))).toEqual([0, 0]);
  });
});

const passwordOf = (url: string | undefined) => new URL(url ?? '').password;

/** Asks until there is an answer. */
async function ask(url: string | undefined, statement: string): Promise<object[]> {
  const pool = createPool(url ?? '', { name: 'tests', max: 1 });
  try {
    let rows: object[] = [];
    await until('the server answers', async () => {
      try {
        ({ rows } = await pool.query<object>(statement));
        return true;
      } catch (error) {
        if (!hasCode(error, 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P03')) throw error;
        return false;
      }
    });
    return rows;
  } finally {
    await pool.end();
  }
}
