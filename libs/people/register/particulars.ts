import type { Day } from '@sikkerby/kernel';

export const genders = ['female', 'male', 'other-or-unknown'] as const;
export type Gender = (typeof genders)[number];

/** What is known of a person. Sealed as one text of the vault. */
export interface Particulars {
  readonly name: string;
  readonly birthDate: Day;
  readonly gender: Gender;
  /** Ten digits, without a dash. */
  readonly cpr?: string;
  readonly address?: string;
  /** Name and address protection: the address is shown to nobody who does not ask for it. */
  readonly addressProtected?: boolean;
  /** Telephone or e-mail. */
  readonly contact?: string;
}

/** The name as it is looked up: letters differ by more than case, accents' encoding and spaces. */
export function lookUpName(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('da').trim().replaceAll(/\s+/g, ' ');
}
