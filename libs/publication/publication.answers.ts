import { WordsAnswer } from '@sikkerby/statistics';

/** What of a measure may leave the house. */
export class PublishedSeriesAnswer {
  /** @example leisure-job.persons */
  readonly measure!: string;
  /** Whether small counts of it are hidden: places, areas and employees are exempt. */
  readonly persons!: boolean;
  /** Each table by these breakdowns at once; an empty list is the total alone. */
  readonly tables!: string[][];
}

/** What would make a table fit to be read. */
export class CoarseningAnswer {
  /** @example ageBand */
  readonly by!: string;
  /** Codes that become one; all of them where the breakdown is left out. */
  readonly together!: string[];
}

/** A table as it would be published, for the analyst only. */
export class CheckedTableAnswer {
  /** @example leisure-job.persons.by-district-and-age */
  readonly id!: string;
  /** Cells inside it that are not zero. */
  readonly cells!: number;
  /** How many of them would be hidden. */
  readonly hidden!: number;
  /** What these count, in per cent of the table. */
  readonly share!: number;
  /** Cells that nothing protects, by measure and codes: the table would not be published. */
  readonly refused?: string[];
  /** Where it is refused, or half of it or more would be hidden, and something helps. */
  readonly coarser?: CoarseningAnswer;
}

/** What was attacked, and with what. */
export class CertificateAnswer {
  /** @example highs 1.15.3 */
  readonly solver!: string;
  readonly threshold!: number;
  /** SHA-256, hex, of everything that the attacker was told. */
  readonly modelSha256!: string;
  readonly cells!: number;
  readonly hidden!: number;
  /** Sensitive cells of it, and of what was published of the year before it. */
  readonly attacked!: number;
}

/** What would come of publishing a statement. */
export class CheckAnswer {
  readonly year!: number;
  readonly statement!: number;
  /** Whether it may be published as it is. */
  readonly isSafe!: boolean;
  readonly tables!: CheckedTableAnswer[];
  /** Cells that an attacker would pin or narrow, by measure and codes. */
  readonly opened!: string[];
  /** Published cells that would change by fewer persons than may be told of. */
  readonly smallChanges!: string[];
  readonly certificate!: CertificateAnswer;
}

export class ReleaseFileAnswer {
  /** @example leisure-job.persons.total.2017.da.csv */
  readonly name!: string;
  readonly mediaType!: string;
}

/** A release, and how far it has come. */
export class ReleaseInLedgerAnswer {
  readonly number!: number;
  readonly year!: number;
  /** Number of the statement in its year. */
  readonly statement!: number;
  /** `prepared`, `released`, `rejected` or `withdrawn`. */
  readonly status!: string;
  readonly preparedBy!: string;
  readonly preparedOn!: string;
  readonly releasedOn?: string;
  /** SHA-256, hex, of its files. */
  readonly filesSha256?: string;
  readonly certificate!: CertificateAnswer;
}

/** A breakdown or a code of it. */
export class PublishedCodeAnswer {
  readonly code!: string;
  readonly title!: WordsAnswer;
}

export class PublishedDimensionAnswer {
  readonly by!: string;
  readonly title!: WordsAnswer;
  readonly codes!: PublishedCodeAnswer[];
}

/** A table of a release: nothing of what is hidden is in it. */
export class ReleaseTableAnswer {
  readonly id!: string;
  readonly title!: WordsAnswer;
  readonly dimensions!: PublishedDimensionAnswer[];
  /** Row by row, the last breakdown fastest; null where it is hidden, for whatever reason. */
  readonly values!: (number | null)[];
}

export class ReleaseAnswer extends ReleaseInLedgerAnswer {
  readonly tables!: ReleaseTableAnswer[];
  /** Once it is released. */
  readonly files!: ReleaseFileAnswer[];
}

/** A figure that is public and did not come from here. */
export class PublicFigureAnswer {
  readonly measure!: string;
  readonly year!: number;
  /** Breakdowns and their codes, such as `outcome=talk`; empty where it counts everything. */
  readonly counts!: string[];
  readonly low!: number;
  readonly high!: number;
  /** @example press-release */
  readonly source!: string;
  readonly publishedOn?: string;
}

/** A revision that waits for the next one. */
export class HeldRevisionAnswer {
  readonly year!: number;
  readonly statement!: number;
  readonly opened!: string[];
  readonly smallChanges!: string[];
}

/** Everything that was ever published. */
export class LedgerAnswer {
  /** What If-Match says; absent before the first entry. */
  readonly revision?: number;
  readonly releases!: ReleaseInLedgerAnswer[];
  readonly figures!: PublicFigureAnswer[];
  readonly held!: HeldRevisionAnswer[];
}
