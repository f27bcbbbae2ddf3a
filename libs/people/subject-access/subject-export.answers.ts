import { ConsentPeriod, DeclinedWish, Disclosure } from '../sharing/sharing.answers.js';

/** The same in Danish and English. */
export class InBothLanguages {
  readonly da!: string;
  readonly en!: string;
}

/** What was written down of who the person is, once. */
export class KeptParticulars {
  /** @example 2026-11-23T09:30:00.000Z */
  readonly recordedAt!: string;
  /** @example "Prøve Opdigtet-7" */
  readonly name!: string;
  /** @example 2002-05-17 */
  readonly birthDate!: string;
  /** @example male */
  readonly gender!: string;
  /** Ten digits. */
  readonly cpr?: string;
  /** Missing when it is not known, or protected: that is revealed only where it is asked for. */
  readonly address?: string;
  readonly addressProtected!: boolean;
  readonly contact?: string;
}

/** A record about the person; there are several where they were registered more than once. */
export class KeptRecord {
  readonly subject!: string;
  /** The newest last. */
  readonly particulars!: KeptParticulars[];
}

/** Something that happened, as a sentence. */
export class ToldEvent {
  /** The case, report or other unit in which it happened. */
  readonly unit!: string;
  /** @example youth-concern.case-opened.v1 */
  readonly type!: string;
  /** @example 2017-03-10 */
  readonly occurredOn!: string;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly recordedAt!: string;
  /** Its type, where the programme has no journal. */
  readonly sentence!: InBothLanguages;
}

/** A text that was written about the person. */
export class ToldText {
  /** @example description */
  readonly field!: string;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly recordedAt!: string;
  /** Missing where it is about somebody else, such as who reported. */
  readonly text?: string;
}

/** That somebody looked, and what for; not who. */
export class ToldLook {
  /** @example 2026-11-23T09:30:00.000Z */
  readonly at!: string;
  /** @example collect */
  readonly verb!: string;
  /** @example case-work */
  readonly purpose!: string;
}

/** Everything that a programme keeps about a person, for that person. */
export class SubjectExport {
  /** @example youth-concern */
  readonly programme!: string;
  readonly title!: InBothLanguages;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly madeAt!: string;
  readonly records!: KeptRecord[];
  readonly events!: ToldEvent[];
  readonly texts!: ToldText[];
  readonly disclosures!: Disclosure[];
  readonly declined!: DeclinedWish[];
  readonly consents!: ConsentPeriod[];
  readonly lookUps!: ToldLook[];
}
