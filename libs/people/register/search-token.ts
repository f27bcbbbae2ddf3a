import { timingSafeEqual } from 'node:crypto';
import { derivedKey, keyedDigest } from '@sikkerby/vault';
import type { LookUp } from './look-ups.js';

const lifetime = 15 * 60_000;

interface Said {
  readonly user: string;
  readonly programme: string;
  readonly digests: readonly string[];
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Proof that somebody searched for a person before they register one; good for 15 minutes. */
export class SearchTokens {
  private readonly key: Buffer;

  /** @param secret from outside the database */
  constructor(secret: Buffer) {
    this.key = derivedKey(secret, 'search tokens');
  }

  issue(user: string, programme: string, lookUps: readonly LookUp[], now: number): string {
    const digests = lookUps.map(({ digest }) => digest.toString('base64url'));
    const said: Said = { user, programme, digests, until: now + lifetime };
    const payload = Buffer.from(JSON.stringify(said)).toString('base64url');
    return `${payload}.${this.signature(payload)}`;
  }

  /** Whether that user searched for all of this there, not too long ago. */
  covers(
    token: string,
    user: string,
    programme: string,
    lookUps: readonly LookUp[],
    now: number,
  ): boolean {
    const [payload = '', signature = ''] = token.split('.');
    const [given, right] = [Buffer.from(signature), Buffer.from(this.signature(payload))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Said;
    return (
      said.user === user &&
      said.programme === programme &&
      now < said.until &&
      lookUps.every(({ digest }) => said.digests.includes(digest.toString('base64url')))
    );
  }

  private signature(payload: string): string {
    return keyedDigest(this.key, payload).toString('base64url');
  }
}
