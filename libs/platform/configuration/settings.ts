import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';

/** One variable of the environment. */
export interface Setting {
  readonly meaning: string;
  /** What a value must look like, as in "PORT must be ...". */
  readonly expects: string;
  /** Stands in for a variable that is missing or empty. */
  readonly default?: string;
  /** A secret's value is shown to nobody; `make` gives one for a data folder of our own. */
  readonly make?: () => string;
  /** The value, or undefined when the text is none. */
  readonly read: (text: string) => unknown;
}

const port = (from: number) => (text: string) =>
  /^\d{1,5}$/.test(text) && Number(text) >= from && Number(text) <= 65_535
    ? Number(text)
    : undefined;

const countPerMinute = (text: string) =>
  /^[1-9]\d{0,6}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : undefined;

const oneOf =
  <Word extends string>(...words: readonly Word[]) =>
  (text: string) =>
    words.find((word) => word === text);

/** Every variable that we read; the table in this folder's README shows the same. */
export const settings = {
  PORT: {
    meaning: 'Port of the API',
    expects: 'a port from 0 to 65535, 0 for any free one',
    default: '3000',
    read: port(0),
  },
  HOST: {
    meaning: 'Address that the API listens on',
    expects: 'an address or the name of a host',
    default: '127.0.0.1',
    read: (text: string) => (/^[a-z0-9.:-]+$/i.test(text) ? text : undefined),
  },
  DATA_DIR: {
    meaning: 'Folder of the embedded PostgreSQL and of generated secrets',
    expects: 'a folder',
    default: './data',
    read: (text: string) => resolve(text),
  },
  DATABASE_URL: {
    meaning: 'A PostgreSQL of your own, 15 or later, instead of the embedded one',
    expects: 'of the form postgresql://user:password@host:5432/database',
    read: (text: string) => (URL.canParse(text) && /^postgres(ql)?:/.test(text) ? text : undefined),
  },
  EVENTSTOREDB_URL: {
    meaning: 'An EventStoreDB or KurrentDB that keeps the events instead of PostgreSQL',
    expects: 'of the form esdb://user:password@host:2113,host:2113?tls=true&tlsCAFile=ca.pem',
    read: (text: string) => (/^esdb:\/\/[^\s/][^\s]*$/.test(text) ? text : undefined),
  },
  POSTGRES_PORT: {
    meaning: 'Port of the embedded PostgreSQL; any free one if missing',
    expects: 'a port from 1 to 65535',
    read: port(1),
  },
  REQUESTS_PER_MINUTE: {
    meaning: 'Requests that one user may send in a minute',
    expects: 'a whole number from 1 to 1000000',
    default: '1000',
    read: countPerMinute,
  },
  CPR_LOOK_UPS_PER_MINUTE: {
    meaning: 'Requests with a CPR number that one user may send in a minute',
    expects: 'a whole number from 1 to 1000000',
    default: '10',
    read: countPerMinute,
  },
  LOG_LEVEL: {
    meaning: 'Least level that is logged',
    expects: 'silent, error, warn, info or debug',
    default: 'info',
    read: oneOf('silent', 'error', 'warn', 'info', 'debug'),
  },
  NODE_ENV: {
    meaning: 'The demo identity works outside production only',
    expects: 'development, test or production',
    default: 'development',
    read: oneOf('development', 'test', 'production'),
  },
  OIDC_ISSUER: {
    meaning: 'OpenID Connect provider of the access tokens; demo tokens of our own if missing',
    expects: 'an https address, or one on this machine',
    read: (text: string) =>
      /^(https:\/\/[\w.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d+)?(\/[\w./-]*)?$/.test(text)
        ? text
        : undefined,
  },
  OIDC_AUDIENCE: {
    meaning: 'For whom the access tokens must be',
    expects: 'a name without spaces',
    default: 'urn:sikkerby:api',
    read: (text: string) => (/^\S{1,200}$/.test(text) ? text : undefined),
  },
  KEYS_DIR: {
    meaning: 'Folder of the keys that seal personal data; `keys` in DATA_DIR if missing',
    expects: 'a folder',
    read: (text: string) => resolve(text),
  },
  VAULT_KEY: {
    meaning: 'Secret behind digests and look-ups of personal data: 32 bytes, base64',
    expects: '32 bytes in base64',
    make: () => randomBytes(32).toString('base64'),
    read: (text: string) => (/^[A-Za-z0-9+/]{43}=$/.test(text) ? text : undefined),
  },
  TOKEN_KEY: {
    meaning: 'Private key that signs demo tokens: P-256, PKCS #8 DER, base64',
    expects: 'a private P-256 key as PKCS #8 DER in base64',
    make: newSigningKey,
    read: (text: string) => (isSigningKey(text) ? text : undefined),
  },
} satisfies Record<string, Setting>;

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

function isSigningKey(text: string): boolean {
  try {
    const key = createPrivateKey({
      key: Buffer.from(text, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}
