import { WordsAnswer } from './words.answers.js';

/** A way to split a measure's figure. */
export class BreakdownAnswer {
  /** @example district */
  readonly by!: string;
  readonly title!: WordsAnswer;
  /** Whether the rows add up to the whole. */
  readonly additive!: boolean;
}

/** The figure that the strategy prints. */
export class PrintedFigureAnswer {
  readonly year!: number;
  readonly figure!: number;
}

/** A code of the facts and the values of it that count. */
export class WhereAnswer {
  /** @example track */
  readonly code!: string;
  /** @example ["ssp"] */
  readonly values!: string[];
}

/** A rule of counting. */
export class RuleAnswer {
  /** @example R10 */
  readonly id!: string;
  readonly words!: WordsAnswer;
}

/** What can be counted, and what counts. */
export class MeasureAnswer {
  /** @example youth-concern.cases-handled */
  readonly id!: string;
  readonly version!: number;
  /** First year that this version counts unless another is asked for; every year without it. */
  readonly since?: number;
  readonly title!: WordsAnswer;
  readonly description!: WordsAnswer;
  readonly unit!: WordsAnswer;
  /**
   * What counts once: unit, person, place, area or employee.
   * @example unit
   */
  readonly distinct!: string;
  /**
   * Which facts count, if they hold on at least a day of the year.
   * @example youth-concern.case-active
   */
  readonly kind!: string;
  /** Which of those facts: all of these must hold. */
  readonly where!: WhereAnswer[];
  readonly rules!: RuleAnswer[];
  readonly breakdowns!: BreakdownAnswer[];
  /** `about`: not to be reckoned on as exact. */
  readonly precision?: 'about';
  readonly printed?: PrintedFigureAnswer;
  /** Where the printed figure is from. */
  readonly source?: WordsAnswer;
}
