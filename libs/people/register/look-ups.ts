import { derivedKey, keyedDigest } from '@sikkerby/vault';
import { lookUpName, type Particulars } from './particulars.js';

/** What somebody is searched by. */
export type SearchedBy = Partial<Pick<Particulars, 'cpr' | 'name' | 'birthDate'>>;

export type LookUpKind = 'cpr' | 'name-and-birth-date';

export interface LookUp {
  readonly kind: LookUpKind;
  readonly digest: Buffer;
}

/**
 * Digests by which a programme's persons are found. Each programme has a pepper of its own, so that
 * nobody who holds the tables can tell one number in two programmes, or guess one.
 */
export class LookUps {
  private readonly peppers = new Map<string, Buffer>();

  /** @param secret from outside the database */
  constructor(private readonly secret: Buffer) {}

  /** A name without a birth date finds nobody, nor a birth date without a name. */
  of(programme: string, { cpr, name, birthDate }: SearchedBy): LookUp[] {
    const pepper = this.pepperOf(programme);
    const found: LookUp[] = [];
    if (cpr !== undefined) found.push({ kind: 'cpr', digest: keyedDigest(pepper, 'cpr', cpr) });
    if (name !== undefined && birthDate !== undefined) {
      const digest = keyedDigest(pepper, 'name', lookUpName(name), birthDate);
      found.push({ kind: 'name-and-birth-date', digest });
    }
    return found;
  }

  private pepperOf(programme: string): Buffer {
    const known = this.peppers.get(programme) ?? derivedKey(this.secret, `pepper ${programme}`);
    this.peppers.set(programme, known);
    return known;
  }
}
