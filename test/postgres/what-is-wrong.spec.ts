import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '@sikkerby/configuration';
import { openDatabase } from '@sikkerby/postgres';
import { testDatabase } from '../support/database.js';
import { endAll, launch, temporaryFolder, users } from './launch.js';
import { serverOfVersion } from './old-server.js';

let DATA_DIR: string;
beforeEach(() => {
  DATA_DIR = temporaryFolder();
});
afterEach(async () => {
  await endAll();
  rmSync(DATA_DIR, { recursive: true });
});

const complaint = async (settings: { DATABASE_URL?: string; POSTGRES_PORT?: number } = {}) => {
  const given = { DATABASE_URL: undefined, POSTGRES_PORT: undefined, ...settings, DATA_DIR };
  const opening = openDatabase(given).then(
    async (database) => {
      await database.stop();
      return 'nothing';
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(ConfigurationError);
      return (error as Error).message;
    },
  );
  const message = await opening;
  expect(message).not.toMatch(/secret|\n/);
  return message;
};

describe('the embedded server says what is wrong when', () => {
  it('its port is taken', async () => {
    const other = await serverOfVersion('180004');
    expect(await complaint({ POSTGRES_PORT: other.port })).toBe(
      `POSTGRES_PORT: port ${other.port} is taken; choose another`,
    );
    other.close();
  });

  it('its folder is of another version', async () => {
    mkdirSync(join(DATA_DIR, 'postgres'));
    writeFileSync(join(DATA_DIR, 'postgres', 'PG_VERSION'), '17\n');
    expect(await complaint()).toMatch(/^DATA_DIR: .* is of PostgreSQL 17, .* is 18$/);
  });

  it('its folder holds something else', async () => {
    mkdirSync(join(DATA_DIR, 'postgres'));
    writeFileSync(join(DATA_DIR, 'postgres', 'a-thesis.txt'), '');
    expect(await complaint()).toMatch(/^DATA_DIR: .* has files but is not PostgreSQL's folder$/);
  });

  it('its folder is a file', async () => {
    const folder = DATA_DIR;
    DATA_DIR = join(folder, 'file');
    writeFileSync(DATA_DIR, '');
    expect(await complaint()).toMatch(/^DATA_DIR: .*file is not a folder that this user may/);
    DATA_DIR = folder;
  });

  it('its folder belongs to somebody else, in one line and with exit code 78', async () => {
    const user = users().at(-1);
    const readOnly = join(DATA_DIR, 'read-only');
    mkdirSync(readOnly, { mode: 0o500 });
    const program = launch({ DATA_DIR: readOnly }, user);
    expect(await program.exited).toBe(78);
    expect(await program.errors).toMatch(/^DATA_DIR: .* is not a folder that this user may .*\n$/);
  });
});

describe('a server of our own says what is wrong when', () => {
  it('it is too old', async () => {
    const old = await serverOfVersion('140011');
    expect(await complaint({ DATABASE_URL: old.url })).toBe(
      'DATABASE_URL: the server is PostgreSQL 14; 15 or later is needed',
    );
    old.close();
  });

  it('it cannot be reached', async () => {
    const gone = await serverOfVersion('180004');
    gone.close();
    expect(await complaint({ DATABASE_URL: gone.url })).toBe(
      `DATABASE_URL: no PostgreSQL can be reached at 127.0.0.1:${gone.port}`,
    );
  });

  it('it refuses the password, or has no such database', async () => {
    const database = await testDatabase();
    const wrong = new URL(database.url);
    wrong.password = 'secret';
    expect(await complaint({ DATABASE_URL: wrong.href })).toMatch(/refuses this user and password/);
    expect(await complaint({ DATABASE_URL: `${database.url}x` })).toMatch(/no such database/);
    expect(await complaint({ DATABASE_URL: database.url })).toBe('nothing');
    await database.close();
  });
});
