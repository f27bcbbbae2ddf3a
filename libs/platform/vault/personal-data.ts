import { hasCode } from '@sikkerby/configuration';
import { Rejection, type VaultText } from '@sikkerby/kernel';

/** A text on its way into the vault. */
export interface PersonalText {
  readonly programme: string;
  /** The person it is about, as the programme's own reference; a unit's id where there is none. */
  readonly subject: string;
  /** What it is, such as `name` or `description`. */
  readonly field: string;
  /** Its reference in the vault: a UUID that a retry gives again. */
  readonly ref: string;
  readonly text: string;
}

/** A text as the vault gives it back. */
export interface KeptText {
  readonly ref: string;
  readonly field: string;
  /** Instant, UTC. */
  readonly sealedAt: string;
  readonly text: string;
}

/** The text is not what was sealed: a row was changed, or swapped for another. */
export class TextTamperedWith extends Error {
  override readonly name = 'TextTamperedWith';
}

/** Nothing about somebody is written any more, once they were erased. */
export class PersonErased extends Rejection {
  constructor() {
    super('nothing-is-written-about-who-was-erased');
    this.name = 'PersonErased';
  }
}

/** Whether the database refused a key or a record since the person was erased. */
export function isOfTheErased(error: unknown): boolean {
  return hasCode(error, 'SB001');
}

/** Where names and free text are kept; everything else holds references to them only. */
export abstract class PersonalData {
  /** What an event will hold of a text, worked out before it is put there: the same each time. */
  abstract reference(ref: string, text: string): VaultText;

  /** Keeps the texts; one that is there already stays as it is. @throws PersonErased */
  abstract put(texts: readonly PersonalText[]): Promise<void>;

  /**
   * The texts behind references of a programme, by reference; those that are gone are left out.
   * @throws TextTamperedWith
   */
  abstract reveal(programme: string, texts: readonly VaultText[]): Promise<Map<string, string>>;

  /** The newest text of a field for each subject, such as their names; those without are left out. */
  abstract revealField(
    programme: string,
    subjects: readonly string[],
    field: string,
  ): Promise<Map<string, string>>;

  /** Everything that is kept about a person in a programme, in the order in which it came. */
  abstract textsOf(programme: string, subject: string): Promise<KeptText[]>;

  /**
   * Deletes every text about them and the keys that open them, for good: no other is written any
   * more. Within a minute no process can open a copy. Does nothing when it is done already.
   */
  abstract shred(programme: string, subjects: readonly string[]): Promise<void>;
}
