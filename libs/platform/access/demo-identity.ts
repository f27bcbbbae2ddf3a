import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, decodeJwt, errors, exportJWK, jwtVerify, SignJWT } from 'jose';
import { claimsIn } from './claims.js';
import { Identities, NotAuthenticated } from './identities.js';
import type { Claims } from './identity.js';
import { TokenCache } from './token-cache.js';

const issuer = 'urn:sikkerby:demo-identity';
const audience = 'urn:sikkerby:api';
/** As of every token (privacy.md). */
const lifetime = '15m';

/**
 * Says who asks, from tokens that it signed itself: for demonstration and tests, until the city's
 * own identity provider takes its place. Its tokens last 15 minutes, as those of the city's do.
 */
export class DemoIdentity extends Identities {
  private readonly cache = new TokenCache<Claims>(10_000);

  private constructor(
    private readonly privateKey: KeyObject,
    private readonly publicKey: KeyObject,
    private readonly kid: string,
  ) {
    super();
  }

  /** @param tokenKey a private P-256 key, PKCS #8 DER in base64 */
  static async from(tokenKey: string): Promise<DemoIdentity> {
    const der = Buffer.from(tokenKey, 'base64');
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const publicKey = createPublicKey(privateKey);
    const kid = await calculateJwkThumbprint(await exportJWK(publicKey));
    return new DemoIdentity(privateKey, publicKey, kid);
  }

  sign({ user, role, organisation }: Claims): Promise<string> {
    return new SignJWT({ role, organisation })
      .setProtectedHeader({ alg: 'ES256', kid: this.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(user)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(this.privateKey);
  }

  /** Instant (ISO 8601, UTC) until which a token of ours is good. */
  static expiryOf(token: string): string {
    return new Date((decodeJwt(token).exp ?? 0) * 1000).toISOString();
  }

  /** @throws NotAuthenticated */
  async verify(token: string): Promise<Claims> {
    const known = this.cache.get(token, Date.now());
    if (known) return known;
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          if (kid !== this.kid) throw new errors.JWKSNoMatchingKey();
          return this.publicKey;
        },
        { algorithms: ['ES256'], issuer, audience, maxTokenAge: lifetime, requiredClaims: ['exp'] },
      );
      const claims = claimsIn(payload);
      this.cache.set(token, claims, (payload.exp ?? 0) * 1000);
      return claims;
    } catch (error) {
      throw new NotAuthenticated('no valid token', { cause: error });
    }
  }
}
