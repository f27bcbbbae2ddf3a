import { WordsAnswer } from './words.answers.js';

/** One row of a breakdown. */
export class FigureRowAnswer {
  /**
   * Code of a district, a level...; only those that occur.
   * @example noerrebro
   */
  readonly code!: string;
  readonly title!: WordsAnswer;
  readonly value!: number;
}

/** A map of districts as it was on a day. */
export class MapAnswer {
  /** @example operations */
  readonly map!: string;
  /** @example 2017-12-31 */
  readonly on!: string;
}

/** A figure split one way. */
export class FigureBreakdownAnswer {
  /** @example district */
  readonly by!: string;
  readonly title!: WordsAnswer;
  /** Whose districts the rows are, where a map was asked for. */
  readonly map?: MapAnswer;
  /** False: one unit may be in several rows, so that they add up to more than the whole. */
  readonly additive!: boolean;
  readonly rows!: FigureRowAnswer[];
}

/** What a measure comes to in a year, as known at a position of the log. */
export class FigureAnswer {
  /** @example youth-concern.cases-handled */
  readonly measure!: string;
  /** Version of the measure's definition. */
  readonly version!: number;
  readonly title!: WordsAnswer;
  /** What one is called. */
  readonly unit!: WordsAnswer;
  /** @example 2017 */
  readonly year!: number;
  /**
   * Everything recorded up to this position counts, and nothing after it.
   * @example 000000001187
   */
  readonly asOf!: string;
  /** @example 1154 */
  readonly value!: number;
  /** Of what it is a share of, in per cent with one decimal. @example 9.0 */
  readonly share?: string;
  /** `about`: not to be reckoned on as exact. */
  readonly precision?: 'about';
  readonly breakdown?: FigureBreakdownAnswer;
}
