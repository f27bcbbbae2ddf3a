import { describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { demoUser, OidcIdentity } from '@sikkerby/access';
import { settingsFor } from '../support/settings.js';
import { post, send, testApi, testIdentities } from '../http/support/test-api.js';
import { audience, identityProvider } from './identity-provider.js';
import { inTurn } from '../support/in-turn.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(60));

type Settings = Readonly<Record<string, string>>;

const nowhere = 'postgresql://nobody:nothing@127.0.0.1:1/none';
const production = { NODE_ENV: 'production' };
const realTokens = { OIDC_ISSUER: 'https://login.example.org' };
const demoIssuer = 'urn:sikkerby:demo-identity';
const noDemo = /demo (identity|users|tokens)/;

/** A program of ours: how it ends by itself, and what it says. */
function run(program: string, settings: Settings): Promise<{ code: unknown; said: string }> {
  const [name = '', ...args] = program.split(' ');
  const env = { PATH: process.env.PATH, ...settingsFor(nowhere), ...settings };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`dist/apps/${name}/main.js`, ...args],
      { env, timeout: 60_000 },
      (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, said: stdout + stderr });
      },
    );
  });
}

const ways: readonly (readonly [how: string, program: string, Settings, why: RegExp])[] = [
  ['by starting the api there', 'api', production, noDemo],
  ['by an address of all networks', 'api', { HOST: '0.0.0.0' }, noDemo],
  ['by all networks of IPv6', 'api', { HOST: '::' }, noDemo],
  ['by an address of the city’s network', 'api', { HOST: '10.0.0.4' }, noDemo],
  ['by a name that begins like this machine', 'api', { HOST: 'localhost.example.org' }, noDemo],
  ['by this machine’s address in IPv6 dress', 'api', { HOST: '::ffff:127.0.0.1' }, noDemo],
  ['by an issuer of nothing', 'api', { ...production, OIDC_ISSUER: '' }, noDemo],
  ['by its own issuer', 'api', { ...production, OIDC_ISSUER: demoIssuer }, /OIDC_ISSUER/],
  ['by an issuer without TLS', 'api', { OIDC_ISSUER: 'http://10.0.0.4' }, /OIDC_ISSUER/],
  ['by a slip in the word', 'api', { NODE_ENV: 'Production' }, /NODE_ENV/],
  ['by a short form of the word', 'api', { NODE_ENV: 'prod' }, /NODE_ENV/],
  ['by starting all in one there', 'standalone', production, noDemo],
  ['by all in one on all networks', 'standalone', { HOST: '0.0.0.0' }, noDemo],
  ['by all in one beside real tokens', 'standalone', realTokens, noDemo],
  ['by asking for a token there', 'cli token admin', production, noDemo],
  ['by asking for a token beside real ones', 'cli token admin', realTokens, noDemo],
];
/** Each starts a program, which takes seconds. */
const tried = inTurn(ways, 3);

describe('the demo identity is not switched on in production', () => {
  it.each(tried)('%s', async (_, program, settings, why) => {
    const { code, said } = await run(program, settings);
    expect([code, said.trim().split('\n')]).toEqual([78, [expect.stringMatching(why)]]);
  });
});

describe('an API with real tokens', () => {
  it('has no demo page, gives no demo tokens and takes none, whatever key it is given', async () => {
    const provider = await identityProvider({ role: 'ssp-caseworker', organisation: 'ssp' });
    const api = await testApi({ identities: new OidcIdentity(provider.issuer, audience) });
    try {
      const nobody = { authorization: undefined };
      for (const path of ['/dev', '/dev/page.js', '/dev/page.css']) {
        expect((await send(api, 'GET', path, nobody)).status).toBe(404);
      }
      expect((await post(api, '/dev/token', { role: 'admin' }, nobody)).status).toBe(404);
      const lamp = `/lamp/lamps/${randomUUID()}`;
      const demo = `Bearer ${await (await testIdentities()).sign(demoUser('ssp-caseworker'))}`;
      const withDemo = await send(api, 'GET', lamp, { authorization: demo });
      expect(withDemo.status).toBe(401);
      const real = `Bearer ${await provider.token()}`;
      const withReal = await send(api, 'GET', lamp, { authorization: real });
      expect(withReal.status).toBe(200);
    } finally {
      await api.close();
      await provider.close();
    }
  });
});
