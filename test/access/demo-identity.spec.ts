import { beforeAll, describe, expect, it } from '@jest/globals';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { assertDemoOnly, DemoIdentity, NotAuthenticated, type Claims } from '@sikkerby/access';
import { ConfigurationError } from '@sikkerby/configuration';
import { calculateJwkThumbprint, exportJWK, SignJWT, UnsecuredJWT } from 'jose';
import { jsonOf } from '../support/json.js';

const who: Claims = {
  user: 'probe.worker',
  role: 'ssp-caseworker',
  organisation: 'ssp',
};
const claims = { role: who.role, organisation: who.organisation };
const issuer = 'urn:sikkerby:demo-identity';
const audience = 'urn:sikkerby:api';
const tokenKey = newKey();
const privateKey = privateKeyOf(tokenKey);
let identity: DemoIdentity;
let kid: string;

beforeAll(async () => {
  identity = await DemoIdentity.from(tokenKey);
  kid = await calculateJwkThumbprint(await exportJWK(privateKey));
});

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

function privateKeyOf(key: string) {
  return createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
}

function signed(header: object, payload: object, times: [iat: number, exp: number] = [0, 60]) {
  const now = Math.floor(Date.now() / 1000);
  const [iat, exp] = times;
  const jwt = { iss: issuer, aud: audience, sub: who.user, ...claims, ...payload };
  return new SignJWT({ ...jwt, iat: now + iat, exp: now + exp }).setProtectedHeader({
    alg: 'ES256',
    kid,
    ...header,
  });
}

describe('a demo token', () => {
  it('says who signed in, also after a restart', async () => {
    const token = await identity.sign(who);
    expect(await identity.verify(token)).toEqual(who);
    expect(await identity.verify(token)).toEqual(who);
    expect(await (await DemoIdentity.from(tokenKey)).verify(token)).toEqual(who);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['nothing', () => ''],
    ['no JWT', () => 'a.b.c'],
    ['unsigned', () => new UnsecuredJWT({ ...claims }).setSubject(who.user).encode()],
    ['another key', async () => (await DemoIdentity.from(newKey())).sign(who)],
    ['another key of the same name', () => signed({}, {}).sign(privateKeyOf(newKey()))],
    ['no kid', () => signed({ kid: undefined }, {}).sign(privateKey)],
    ['another kid', () => signed({ kid: 'x' }, {}).sign(privateKey)],
    ['a shared secret', () => signed({ alg: 'HS256' }, {}).sign(Buffer.from(tokenKey))],
    ['another issuer', () => signed({}, { iss: 'urn:other' }).sign(privateKey)],
    ['another audience', () => signed({}, { aud: 'urn:other' }).sign(privateKey)],
    ['expired', () => signed({}, {}, [-120, -60]).sign(privateKey)],
    ['not yet', () => signed({}, { nbf: 4_000_000_000 }).sign(privateKey)],
    ['from the future', () => signed({}, {}, [3600, 7200]).sign(privateKey)],
    ['older than 15 minutes', () => signed({}, {}, [-1000, 60]).sign(privateKey)],
    ['no user', () => signed({}, { sub: undefined }).sign(privateKey)],
    ['no such role', () => signed({}, { role: 'root' }).sign(privateKey)],
    ['a changed payload', async () => changed(await identity.sign(who))],
  ])('is refused: %s', async (_, make) => {
    await expect(identity.verify(await make())).rejects.toThrow(NotAuthenticated);
  });
});

function changed(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const read = jsonOf<object>(Buffer.from(payload, 'base64url').toString());
  const other = Buffer.from(JSON.stringify({ ...read, role: 'admin' })).toString('base64url');
  return [header, other, signature].join('.');
}

describe('the demo identity', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('runs on %s', (host) => {
    expect(() => {
      assertDemoOnly('development', host);
    }).not.toThrow();
  });

  it.each([
    ['production', '127.0.0.1'],
    ['production', '0.0.0.0'],
    ['development', '0.0.0.0'],
    ['development', '::'],
    ['development', '10.0.0.4'],
    ['development', '127.0.0.1.example.org'],
    ['development', 'localhost.example.org'],
    ['test', '128.0.0.1'],
  ])('does not run in %s on %s', (nodeEnv, host) => {
    expect(() => {
      assertDemoOnly(nodeEnv, host);
    }).toThrow(ConfigurationError);
  });
});
