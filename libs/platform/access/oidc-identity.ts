import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { claimsIn } from './claims.js';
import { Identities, IdentityProviderAway, NotAuthenticated } from './identities.js';
import type { Claims } from './identity.js';
import { TokenCache } from './token-cache.js';

/** In seconds (privacy.md: 15 minutes at most). */
const longestLife = 15 * 60;
const clockTolerance = 5;
const patience = 5000;

/** Headers by which a token brings or points at a key of its own. */
const ownKeys = ['jwk', 'jku', 'x5c', 'x5u'];

/**
 * Says who asks from access tokens of an OpenID Connect provider: JWTs under a key that the provider
 * publishes, with `sub`, one `role` and `organisation`, of 15 minutes at most.
 */
export class OidcIdentity extends Identities {
  private readonly cache = new TokenCache<Claims>(10_000);
  private keys: Promise<JWTVerifyGetKey> | undefined;

  /** @param issuer address of the provider, under which its configuration is found */
  constructor(
    private readonly issuer: string,
    private readonly audience: string,
  ) {
    super();
  }

  async verify(token: string): Promise<Claims> {
    const known = this.cache.get(token, Date.now());
    if (known) return known;
    assertHeader(token);
    try {
      const { payload } = await jwtVerify(token, await this.publishedKeys(), {
        algorithms: ['ES256', 'PS256'],
        issuer: this.issuer,
        audience: this.audience,
        requiredClaims: ['exp', 'iat', 'sub'],
        maxTokenAge: longestLife,
        clockTolerance,
      });
      assertShort(payload);
      const claims = claimsIn(payload);
      this.cache.set(token, claims, (payload.exp ?? 0) * 1000);
      return claims;
    } catch (error) {
      if (error instanceof errors.JOSEError && !isAway(error)) {
        throw new NotAuthenticated('no valid token', { cause: error });
      }
      throw new IdentityProviderAway('no keys of the identity provider', { cause: error });
    }
  }

  /** The address of the keys is asked for once; the keys themselves again when one is not among them. */
  private publishedKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
      const { issuer, jwks_uri: keys } = (await answer.json()) as Record<string, unknown>;
      if (!answer.ok || issuer !== this.issuer || typeof keys !== 'string') {
        throw new Error('no configuration of that issuer');
      }
      return createRemoteJWKSet(new URL(keys), { timeoutDuration: patience });
    } catch (cause) {
      throw new Error('the provider does not say where its keys are', { cause });
    }
  }
}

/** Names the key that signed it, and brings none of its own. */
function assertHeader(token: string): void {
  try {
    const header = decodeProtectedHeader(token);
    if (header.kid && !ownKeys.some((name) => name in header)) return;
  } catch {
    // It is no token at all.
  }
  throw new NotAuthenticated('no valid token');
}

function isAway(error: errors.JOSEError): boolean {
  // A plain JOSEError is what the key set throws when its answer is no key set.
  return error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
}

function assertShort({ exp = Infinity, iat = 0 }: JWTPayload): void {
  if (exp - iat > longestLife) throw new errors.JWTInvalid('it lasts too long');
}
