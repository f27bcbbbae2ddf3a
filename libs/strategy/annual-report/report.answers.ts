import { WordsAnswer } from '@sikkerby/statistics';
import { ContextSeriesAnswer, GoalStatusAnswer } from '../goals/goals.answers.js';

/** A text of the report. */
export class ReportTextAnswer {
  readonly da!: string;
  /** Where there is a translation. */
  readonly en?: string;
}

/** A statement, by its number in its year. */
export class NamedStatementAnswer {
  readonly statement!: number;
  /** Of the statement's canonical bytes. */
  readonly sha256!: string;
}

/** The statement that the figures are taken from. */
export class FrozenFiguresAnswer extends NamedStatementAnswer {
  /** That of the year before, with which they are compared. */
  readonly before?: NamedStatementAnswer;
}

/** A professional assessment. */
export class AssessmentAnswer {
  /** @example police */
  readonly from!: string;
  readonly title!: WordsAnswer;
  /** Missing where it was not attached yet. */
  readonly text?: ReportTextAnswer;
}

/** How a principle was worked with. */
export class PrincipleAnswer {
  /** @example collaboration */
  readonly principle!: string;
  readonly number!: number;
  readonly title!: WordsAnswer;
  /** Missing where it was not described yet. */
  readonly text?: ReportTextAnswer;
}

/** The goals as they stood when they were assessed for the report. */
export class AssessedGoalsAnswer {
  /** As known at this position of the log. */
  readonly asOf!: string;
  readonly goals!: GoalStatusAnswer[];
  /** Figures beside the goals. */
  readonly context!: ContextSeriesAnswer[];
}

/** A version that was published. */
export class PublishedVersionAnswer {
  readonly version!: number;
  /** @example 2019-05-01 */
  readonly publishedOn!: string;
}

/** Something that happened to a report. */
export class ReportStep {
  /** @example report-published */
  readonly step!: string;
  /** @example 2019-05-01 */
  readonly occurredOn!: string;
  readonly recordedAt!: string;
  /** Why, where a step has a reason. */
  readonly reason?: string;
  /** Of who did it. */
  readonly role!: string;
}

/** Everything that an annual report is made of. */
export class AnnualReportAnswer {
  readonly id!: string;
  /** @example 2018 */
  readonly year!: number;
  /** The If-Match of the next command. */
  readonly revision!: number;
  readonly version!: number;
  /** Of the version that is worked on, or of one that was published. @example preparing */
  readonly status!: string;
  readonly publishedOn?: string;
  readonly figures?: FrozenFiguresAnswer;
  readonly goals?: AssessedGoalsAnswer;
  readonly assessments!: AssessmentAnswer[];
  readonly principles!: PrincipleAnswer[];
  /** The first rules that stand in the way of publishing it. */
  readonly missing!: string[];
  readonly published!: PublishedVersionAnswer[];
  readonly steps!: ReportStep[];
}

/** How far the report of a year is. */
export class ReportInList {
  readonly year!: number;
  readonly version!: number;
  readonly revision!: number;
  /** @example published */
  readonly status!: string;
  /** The last time; null before the first. */
  readonly publishedOn!: string | null;
}
