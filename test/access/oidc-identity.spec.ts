import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import {
  DemoIdentity,
  demoUser,
  IdentityProviderAway,
  NotAuthenticated,
  OidcIdentity,
} from '@sikkerby/access';
import {
  CompactEncrypt,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
} from 'jose';
import { jsonOf } from '../support/json.js';
import { settings } from '../../libs/platform/configuration/settings.js';
import { audience, identityProvider, kid, type TestProvider } from './identity-provider.js';

const who = { role: 'ssp-caseworker', organisation: 'ssp' };
let provider: TestProvider;
let identity: OidcIdentity;
let otherKey: CryptoKey;

beforeAll(async () => {
  provider = await identityProvider(who);
  identity = new OidcIdentity(provider.issuer, audience);
  otherKey = (await generateKeyPair('ES256')).privateKey;
});
afterAll(() => provider.close());

const now = () => Math.floor(Date.now() / 1000);

/** A token that is right but for the changes. */
function signed(
  payload: object = {},
  header: object = {},
  key: CryptoKey | Uint8Array = provider.privateKey,
) {
  const times = { iat: now(), exp: now() + 600 };
  const { issuer: iss } = provider;
  return new SignJWT({ iss, aud: audience, sub: 'probe.worker', ...who, ...times, ...payload })
    .setProtectedHeader({ alg: 'ES256', kid, ...header })
    .sign(key);
}

function withParts(token: string, change: (parts: string[]) => string[]): string {
  return change(token.split('.')).join('.');
}
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** As if the public key were a shared secret. */
async function confused(): Promise<string> {
  const { issuer: iss } = provider;
  const body = { iss, aud: audience, sub: 'probe', ...who, iat: now(), exp: now() + 600 };
  const start = `${encoded({ alg: 'HS256', kid })}.${encoded(body)}`;
  const secret = await exportSPKI(provider.publicKey);
  return `${start}.${createHmac('sha256', secret).update(start).digest('base64url')}`;
}

async function encrypted(): Promise<string> {
  const { publicKey } = await generateKeyPair('ECDH-ES');
  return new CompactEncrypt(Buffer.from(await signed()))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid })
    .encrypt(publicKey);
}

/** Signed with the right key, by hand: the library does not sign what it does not know. */
async function critical(): Promise<string> {
  const [, body = ''] = (await signed()).split('.');
  const start = `${encoded({ alg: 'ES256', kid, crit: ['b65'], b65: true })}.${body}`;
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(how, provider.privateKey, Buffer.from(start));
  return `${start}.${Buffer.from(signature).toString('base64url')}`;
}

async function rsa(alg: string): Promise<string> {
  return signed({}, { alg }, (await generateKeyPair(alg)).privateKey);
}

describe('an access token of the provider', () => {
  it('says who asks; its keys are asked for once', async () => {
    const claims = { user: 'probe.worker', ...who };
    expect(await identity.verify(await provider.token())).toEqual(claims);
    expect(await identity.verify(await provider.token())).toEqual(claims);
    expect(await identity.verify(await signed())).toEqual(claims);
    expect(provider.keyRequests()).toBe(1);
  });

  const hostile: [string, () => Promise<string> | string][] = [
    ['nothing', () => ''],
    ['no JWT', () => 'abc'],
    [
      'no signature',
      async () => withParts(await signed(), ([head = '', body = '']) => [head, body, '']),
    ],
    ['alg none', () => new UnsecuredJWT({ ...who, sub: 'probe' }).encode()],
    ['the public key as a shared secret', confused],
    ['another issuer', () => signed({ iss: 'https://elsewhere.example' })],
    ['our demo identity as issuer', () => signed({ iss: 'urn:sikkerby:demo-identity' })],
    ['no issuer', () => signed({ iss: undefined })],
    ['another audience', () => signed({ aud: 'urn:other' })],
    ['no audience', () => signed({ aud: undefined })],
    ['no kid', () => signed({}, { kid: undefined })],
    ['a kid that nobody published', () => signed({}, { kid: 'other' })],
    ["another key under the provider's kid", () => signed({}, {}, otherKey)],
    ['a key that it brings', async () => signed({}, { jwk: await exportJWK(provider.publicKey) })],
    ['an address of keys that it brings', () => signed({}, { jku: `${provider.issuer}/jwks` })],
    ['a certificate that it brings', () => signed({}, { x5c: ['MIIB'] })],
    ['an address of a certificate', () => signed({}, { x5u: `${provider.issuer}/cert` })],
    ['an algorithm that we do not take, RS256', () => rsa('RS256')],
    ['an algorithm that we do not take, ES384', () => rsa('ES384')],
    ['expired', () => signed({ iat: now() - 700, exp: now() - 100 })],
    ['not valid yet', () => signed({ nbf: now() + 300 })],
    ['from the future', () => signed({ iat: now() + 300, exp: now() + 600 })],
    ['no exp', () => signed({ exp: undefined })],
    ['no iat', () => signed({ iat: undefined })],
    ['a life of an hour', () => signed({ exp: now() + 3600 })],
    ['no user', () => signed({ sub: undefined })],
    ['an empty user', () => signed({ sub: '' })],
    ['the account of the system', () => signed({ sub: 'sikkerby' })],
    ['the account of reactions', () => signed({ sub: 'reaction' })],
    ['no role', () => signed({ role: undefined })],
    ['a role that there is not', () => signed({ role: 'root' })],
    ['two roles', () => signed({ role: ['ssp-caseworker', 'admin'] })],
    ['no organisation', () => signed({ organisation: undefined })],
    ['a critical header that nobody knows', critical],
    ['encrypted', encrypted],
    [
      'a changed payload',
      async () =>
        withParts(await signed(), ([head = '', body = '', end = '']) => {
          const read = jsonOf<object>(Buffer.from(body, 'base64url').toString());
          return [head, encoded({ ...read, role: 'admin' }), end];
        }),
    ],
    [
      'a signature with its halves swapped',
      async () =>
        withParts(await signed(), ([head = '', body = '', end = '']) => {
          const bytes = Buffer.from(end, 'base64url');
          const swapped = Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]);
          return [head, body, swapped.toString('base64url')];
        }),
    ],
    ['cut short', async () => (await signed()).slice(0, -10)],
    ['a fourth part', async () => `${await signed()}.abc`],
  ];

  it('is refused in more than 25 ways', () => {
    expect(hostile.length).toBeGreaterThan(25);
  });

  it.each(hostile)('is refused: %s', async (_, make) => {
    await expect(identity.verify(await make())).rejects.toThrow(NotAuthenticated);
  });
});

describe('an identity provider', () => {
  it('that is away is told from a wrong token; keys that are known go on working', async () => {
    const gone = await identityProvider(who);
    const early = new OidcIdentity(gone.issuer, audience);
    const [first, second] = [await gone.token(), await gone.token()];
    await early.verify(first);
    await gone.close();
    expect(await early.verify(second)).toMatchObject({ user: 'probe.worker' });
    const late = new OidcIdentity(gone.issuer, audience);
    await expect(late.verify(second)).rejects.toThrow(IdentityProviderAway);
  });

  it('must be the issuer that its configuration names', async () => {
    const alias = provider.issuer.replace('127.0.0.1', 'localhost');
    await expect(new OidcIdentity(alias, audience).verify(await signed())).rejects.toThrow(
      IdentityProviderAway,
    );
  });
});

describe('the demo identity', () => {
  it('is none to an API with a real provider', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const key = await crypto.subtle.exportKey('pkcs8', privateKey);
    const demo = await DemoIdentity.from(Buffer.from(key).toString('base64'));
    const token = await demo.sign(demoUser('admin'));
    await expect(identity.verify(token)).rejects.toThrow(NotAuthenticated);
  });

  it.each(['urn:sikkerby:demo-identity', 'http://identity.example', 'https://', 'ftp://a', 'x'])(
    'and other such names are no issuer: %s',
    (text) => {
      expect(settings.OIDC_ISSUER.read(text)).toBeUndefined();
    },
  );
});
