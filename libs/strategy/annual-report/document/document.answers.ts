import { WordsAnswer } from '@sikkerby/statistics';
import { AnnualReportAnswer } from '../report.answers.js';

/** A total as it is told. */
export class TotalAnswer {
  /** Missing where it is withheld: fewer than five, and about persons. @example 1154 */
  readonly value?: number;
  /** In per cent of what it is a share of. @example 9.0 */
  readonly share?: string;
}

/** What a report tells of one measure. */
export class ReportFigureAnswer {
  /** @example youth-concern.cases-handled */
  readonly measure!: string;
  /** Of its definition. */
  readonly version!: number;
  /** Under which principle it is told. @example children-and-youth */
  readonly principle!: string;
  readonly title!: WordsAnswer;
  readonly unit!: WordsAnswer;
  /** What counts, and what does not. */
  readonly description!: WordsAnswer;
  /** Missing where nobody observed it. */
  readonly now?: TotalAnswer;
  /** Of the year before; missing where it was not counted, or nobody observed it. */
  readonly before?: TotalAnswer;
  readonly precision?: 'about';
  /** Whether the year before was counted by another version: the two are not to be compared. */
  readonly isBreak!: boolean;
  /** As the strategy prints it for this year. @example 1154 */
  readonly printed?: number;
}

/** A statement that a report quotes. Not its digest, which would confirm a guess at small numbers. */
export class StatementUsedAnswer {
  readonly year!: number;
  readonly number!: number;
  /** Position of the log up to which everything counts. */
  readonly cut!: string;
}

/** Everything that a report's document is made of. */
export class ReportContentAnswer {
  readonly report!: AnnualReportAnswer;
  /** Missing until figures are frozen. */
  readonly statement?: StatementUsedAnswer;
  /** Of the year before, with which they are compared. */
  readonly before?: StatementUsedAnswer;
  readonly figures?: ReportFigureAnswer[];
}
