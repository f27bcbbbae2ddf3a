import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigurationError } from './configuration-error.js';
import { readConfiguration, secret } from './configuration.js';
import { settings, type Setting } from './settings.js';

const vaultKey = Buffer.alloc(32, 7).toString('base64');
const server = 'postgresql://sikkerby:hemmelig@127.0.0.1:5432/sikkerby';

describe('the configuration', () => {
  it('has defaults, also for empty variables, and takes what is set', () => {
    expect(
      readConfiguration({ PORT: '0', LOG_LEVEL: '', HOME: '/root', PATH: '/bin' }),
    ).toMatchObject({
      PORT: 0,
      HOST: '127.0.0.1',
      DATA_DIR: resolve('data'),
      LOG_LEVEL: 'info',
      NODE_ENV: 'development',
    });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['POSTGRES_PORT', '0'],
    ['HOST', 'two words'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'live'],
    ['DATABASE_URL', 'mysql://hemmelig@127.0.0.1/x'],
    ['EVENTSTOREDB_URL', 'esdb+discover://hemmelig@127.0.0.1'],
    ['VAULT_KEY', 'hemmelig'],
    ['TOKEN_KEY', vaultKey],
  ] as const)('names %s when it is %s, and tells what is expected instead', (name, value) => {
    const complaint = complaintAbout({ [name]: value });
    expect(complaint).toBe(`${name} must be ${settings[name].expects}`);
    expect(complaint).not.toContain(value);
  });

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['PROT', 'PORT'],
    ['log_level', 'LOG_LEVEL'],
  ])('asks whether %s was meant to be %s', (written, meant) => {
    expect(complaintAbout({ [written]: 'hemmelig' })).toBe(
      `${written} is not a setting; did you mean ${meant}?`,
    );
  });

  it('wants the keys of data that lie on a server of our own', () => {
    expect(complaintAbout({ DATABASE_URL: server })).toBe(
      'VAULT_KEY must be set when DATABASE_URL is',
    );
    expect(complaintAbout({ DATABASE_URL: server, VAULT_KEY: vaultKey })).toMatch(
      /^TOKEN_KEY must/,
    );
  });

  it('is documented as it is', () => {
    const readme = readFileSync('libs/platform/configuration/README.md', 'utf8');
    const rows = Object.entries<Setting>(settings).map(([name, setting]) =>
      [`\`${name}\``, setting.default ? `\`${setting.default}\`` : '', setting.meaning].concat(
        setting.make ? 'secret' : '',
      ),
    );
    const cells = readme
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(cells).toEqual(rows);
  });
});

describe('a secret', () => {
  let DATA_DIR: string;
  beforeEach(() => {
    DATA_DIR = mkdtempSync(join(tmpdir(), 'sikkerby-secrets-'));
  });
  afterEach(() => rmSync(DATA_DIR, { recursive: true }));

  it('is the one of the environment, if there is one', async () => {
    const configuration = readConfiguration({ DATA_DIR, VAULT_KEY: vaultKey });
    expect(await secret(configuration, 'VAULT_KEY')).toBe(vaultKey);
  });

  it('is made once, by whoever is first, and can be read by its owner only', async () => {
    const configuration = readConfiguration({ DATA_DIR });
    const asked = Array.from({ length: 8 }, () => secret(configuration, 'VAULT_KEY'));
    const [made, ...others] = await Promise.all(asked);
    expect(Buffer.from(made ?? '', 'base64')).toHaveLength(32);
    expect(new Set(others)).toEqual(new Set([made]));
    expect(statSync(join(DATA_DIR, 'vault-key')).mode & 0o777).toBe(0o600);
  });

  it('is a signing key where tokens are signed', async () => {
    const made = await secret(readConfiguration({ DATA_DIR }), 'TOKEN_KEY');
    const key = createPrivateKey({
      key: Buffer.from(made, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    expect(key.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(readConfiguration({ TOKEN_KEY: made }).TOKEN_KEY).toBe(made);
  });
});

function complaintAbout(environment: Record<string, string>): string {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return 'nothing';
}
