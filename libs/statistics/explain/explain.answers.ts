import { PrintedFigureAnswer, RuleAnswer, WhereAnswer } from '../figures/measure.answers.js';
import { WordsAnswer } from '../figures/words.answers.js';

/** A cell of a figure. */
export class CellAnswer {
  /** @example youth-concern.cases-handled */
  readonly measure!: string;
  readonly version!: number;
  readonly year!: number;
  /** Position of the log up to which everything counts. */
  readonly asOf!: string;
  /** The breakdown and the row; neither for the whole. @example district */
  readonly by?: string;
  /** @example noerrebro */
  readonly code?: string;
}

/** Which facts count, and what counts once. */
export class CountedAnswer {
  /** @example youth-concern.case-active */
  readonly kind!: string;
  /** @example unit */
  readonly distinct!: string;
  readonly where!: WhereAnswer[];
}

/** How many of the facts were asserted by events of a type. */
export class EventTypeCountAnswer {
  /** @example youth-concern.case-opened.v1 */
  readonly type!: string;
  readonly count!: number;
}

/** How many of the facts were recorded how long after they happened. */
export class LatenessAnswer {
  /** @example within-a-week */
  readonly code!: string;
  readonly title!: WordsAnswer;
  readonly count!: number;
}

/** What is behind a number. */
export class ExplanationAnswer extends CellAnswer {
  /** Absent where it is withheld: so few persons could be recognised (R13). */
  readonly value?: number;
  readonly title!: WordsAnswer;
  readonly description!: WordsAnswer;
  readonly unit!: WordsAnswer;
  readonly counted!: CountedAnswer;
  readonly rules!: RuleAnswer[];
  readonly printed?: PrintedFigureAnswer;
  /** How many facts stand behind the value: a thing can have several in the year. */
  readonly facts?: number;
  /** Nothing where the value is withheld, and so for how late they were recorded. */
  readonly events!: EventTypeCountAnswer[];
  readonly lateness!: LatenessAnswer[];
}

/** An event whose fact counts: where it is in the log, not what it says. */
export class EventAtAnswer {
  readonly id!: string;
  /** @example youth-concern.case-opened.v1 */
  readonly type!: string;
  /** @example 000000001187 */
  readonly position!: string;
}

/** The events behind a number. */
export class CellEventsAnswer extends CellAnswer {
  readonly value!: number;
  readonly events!: EventAtAnswer[];
}
