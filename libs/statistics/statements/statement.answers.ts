import { WordsAnswer } from '../figures/words.answers.js';

/** The figures of a year as they stood at a cut: where they come from, and their digest. */
export class StatementAnswer {
  readonly year!: number;
  /** Of those of its year, from 1. */
  readonly number!: number;
  /** `preliminary`, `final` or `revision`. */
  readonly kind!: string;
  /** `frozen`, `approved` or `rejected`; only an approved one is quoted. */
  readonly status!: string;
  /** Account name of who froze it. */
  readonly frozenBy!: string;
  readonly frozenOn!: string;
  /** Position of the log up to which everything counts. @example 000000001187 */
  readonly cut!: string;
  /** When that was recorded. @example 2018-02-14T09:12:33.120031Z */
  readonly cutAt!: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of its content. */
  readonly sha256!: string;
  /** SHA-256 of the code that counted. */
  readonly codeSha256!: string;
  /** SHA-256 of the reference data as known at the cut. */
  readonly referenceSha256!: string;
}

/** The statements of a year. */
export class StatementsOfYearAnswer {
  readonly year!: number;
  /** Of the year's stream: what If-Match says; absent before the first. */
  readonly revision?: number;
  readonly statements!: StatementAnswer[];
}

export class StatementRowAnswer {
  readonly code!: string;
  readonly value!: number;
}

export class StatementBreakdownAnswer {
  readonly by!: string;
  readonly additive!: boolean;
  readonly rows!: StatementRowAnswer[];
}

export class StatementMeasureAnswer {
  /** @example youth-concern.cases-handled */
  readonly measure!: string;
  readonly version!: number;
  readonly value!: number;
  /** In per cent. @example 9.0 */
  readonly share?: string;
  readonly precision?: 'about';
  readonly breakdowns!: StatementBreakdownAnswer[];
}

/** What is hashed: in the canonical form of RFC 8785 it is the statement, byte by byte. */
export class StatementContentAnswer {
  readonly format!: string;
  readonly year!: number;
  readonly cut!: string;
  readonly cutAt!: string;
  readonly measures!: StatementMeasureAnswer[];
}

/** A statement drawn up again from its pin. */
export class ReproducedAnswer {
  readonly statement!: StatementAnswer;
  readonly content!: StatementContentAnswer;
  /** Whether its bytes are still those that were frozen. Anything but true is an alarm. */
  readonly isTheSame!: boolean;
}

/** An event between the two cuts: where it is in the log, not what it says. */
export class ChangeEventAnswer {
  readonly id!: string;
  /** @example youth-concern.case-voided.v1 */
  readonly type!: string;
  readonly position!: string;
}

/** Part of a cell's change, for one reason. */
export class ReasonedChangeAnswer {
  /** @example merged-or-linked */
  readonly reason!: string;
  readonly title!: WordsAnswer;
  /** @example -1 */
  readonly change!: number;
  readonly events!: ChangeEventAnswer[];
}

/** A cell that is not the same, and why. */
export class CellChangeAnswer {
  /** @example youth-concern.cases-handled */
  readonly measure!: string;
  /** The breakdown and the row; neither for the whole. */
  readonly by?: string;
  readonly code?: string;
  readonly before!: number;
  readonly after!: number;
  readonly reasons!: ReasonedChangeAnswer[];
}

/** What changed in a year's figures between a statement and another, or now. */
export class ChangesAnswer {
  readonly year!: number;
  /** Positions of the log. */
  readonly fromCut!: string;
  readonly toCut!: string;
  readonly cells!: CellChangeAnswer[];
}
