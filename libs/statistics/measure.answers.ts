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

/** What can be counted, and what counts. */
export class MeasureAnswer {
  /** @example youth-concern.cases-handled */
  readonly id!: string;
  readonly version!: number;
  readonly title!: WordsAnswer;
  readonly description!: WordsAnswer;
  readonly unit!: WordsAnswer;
  readonly breakdowns!: BreakdownAnswer[];
  readonly printed?: PrintedFigureAnswer;
}
