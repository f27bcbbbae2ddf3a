import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { portOf } from '../support/port-of.js';
import { jsonBody } from '../support/json.js';

export const audience = 'urn:sikkerby:api';
export const kid = 'probe-key';

/** An OpenID Connect provider on this machine, which gives access tokens to one client. */
export async function identityProvider(claims: Record<string, unknown>) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${String(portOf(server))}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'probe.worker', client_secret: 'probe', redirect_uris: [] },
        ...{ grant_types: ['client_credentials'], response_types: [] },
        id_token_signed_response_alg: 'ES256',
      },
    ],
    extraTokenClaims: () => claims,
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: () => ({
          ...{ scope: 'api', audience, accessTokenFormat: 'jwt', accessTokenTTL: 900 },
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' }] },
  });
  const answer = provider.callback();
  let keyRequests = 0;
  server.on('request', (request, response) => {
    if (request.url === '/jwks') keyRequests += 1;
    void answer(request, response);
  });
  return {
    issuer,
    privateKey: privateKey,
    publicKey: publicKey,
    keyRequests: () => keyRequests,
    /** An access token as the provider gives it. */
    async token(): Promise<string> {
      const given = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from('probe.worker:probe').toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      });
      const { access_token: token } = await jsonBody<{ access_token?: string }>(given);
      if (token === undefined) throw new Error(`no token: ${String(given.status)}`);
      return token;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type TestProvider = Awaited<ReturnType<typeof identityProvider>>;
