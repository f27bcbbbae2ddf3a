import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { testKeysFolder } from './keys.js';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Settings that programs on one database share. */
export function settingsFor(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'info',
    REQUESTS_PER_MINUTE: '1000000',
    KEYS_DIR: testKeysFolder(),
    VAULT_KEY: randomBytes(32).toString('base64'),
    TOKEN_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}
