import { FigureAnswer } from './figure.answers.js';

/** From this year on it is counted by another definition: not to be compared across. */
export class SeriesBreakAnswer {
  readonly year!: number;
  /** Versions of the measure. */
  readonly before!: number;
  readonly after!: number;
}

/** A measure over several years. */
export class SeriesAnswer {
  /** @example youth-concern.cases-handled */
  readonly measure!: string;
  readonly years!: FigureAnswer[];
  readonly breaks!: SeriesBreakAnswer[];
}
