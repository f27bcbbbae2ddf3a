/** Somebody who may be the one that was searched for. */
export class FoundPerson {
  /** The programme's own reference of the person. */
  readonly subject!: string;
  /** @example "Prøve Opdigtet-7" */
  readonly name!: string;
  /** @example 2002-05-17 */
  readonly birthDate!: string;
  /** What they have in common with what was searched for. @example ["name-and-birth-date"] */
  readonly matched!: string[];
}

export class FoundPersons {
  readonly items!: FoundPerson[];
  /** Permits to register somebody by what was searched for, within 15 minutes. */
  readonly searchToken!: string;
}

export class RegisteredPerson {
  /** The programme's own reference of the person. */
  readonly subject!: string;
  /** What to check once more. @example ["the-cpr-number-fails-modulus-11"] */
  readonly warnings!: string[];
}

export class PersonAsKnown {
  readonly subject!: string;
  /** @example "Prøve Opdigtet-7" */
  readonly name!: string;
  /** @example 2002-05-17 */
  readonly birthDate!: string;
  /** @example male */
  readonly gender!: string;
  readonly cprIsKnown!: boolean;
  /** Missing when it is not known, or protected. */
  readonly address?: string;
  readonly addressProtected!: boolean;
  readonly contact?: string;
}

export class RevealedAddress {
  readonly subject!: string;
  /** Missing when it is not known. */
  readonly address?: string;
}
