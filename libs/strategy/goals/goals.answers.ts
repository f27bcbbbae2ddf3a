import { WordsAnswer } from '@sikkerby/statistics';

/** A figure that somebody else worked out, as it was known. */
export class KnownFigureAnswer {
  /** Of the observation. */
  readonly id!: string;
  /** @example unsafe-in-neighbourhood */
  readonly series!: string;
  /** @example city */
  readonly geography!: string;
  /** Code of the survey's district, where it is about one. */
  readonly district?: string;
  /** @example 2018 */
  readonly period!: string;
  /** A decimal number as text. @example 8.5 */
  readonly value!: string;
  /** @example exact */
  readonly precision!: string;
  /** @example tryghedsundersoegelsen */
  readonly source!: string;
  /** @example 2018-06-01 */
  readonly publishedOn?: string;
}

/** What a goal starts from, as the strategy prints it. */
export class BaselineAnswer {
  /** @example 2017 */
  readonly period!: string;
  /** @example 9 */
  readonly value!: string;
  /** Of the other large cities, where it is compared with them. */
  readonly others?: string;
}

export class TargetAnswer {
  /** @example 2021 */
  readonly year!: number;
  readonly words!: WordsAnswer;
  /** At most this, where it is a figure. @example 5 */
  readonly atMost?: string;
}

export class RuleAnswer {
  /** @example at-most-and-falling.v1 */
  readonly name!: string;
  readonly words!: WordsAnswer;
}

/** What a goal is, exactly. */
export class GoalDefinitionAnswer {
  /** @example G1 */
  readonly goal!: string;
  readonly version!: number;
  /** @example overall */
  readonly kind!: string;
  readonly title!: WordsAnswer;
  readonly indicator!: WordsAnswer;
  readonly unit!: WordsAnswer;
  /** Decimals that are kept. */
  readonly places!: number;
  readonly source!: WordsAnswer;
  /** Of so many years before the reporting year are its figures. */
  readonly yearsBack!: number;
  readonly baseline!: BaselineAnswer;
  readonly target!: TargetAnswer;
  readonly rule!: RuleAnswer;
}

/** One thing that the rule went by. */
export class TraceSentence extends WordsAnswer {
  /** Ids of the observations that it is about. */
  readonly observations!: string[];
}

/** How a goal stands in a reporting year, and why. */
export class GoalStatusAnswer {
  readonly definition!: GoalDefinitionAnswer;
  /** @example partly-met */
  readonly status!: 'met' | 'partly-met' | 'not-met' | 'not-assessable';
  readonly trace!: TraceSentence[];
  /** Every figure of the goal up to its data year, by place and period: its curve. */
  readonly figures!: KnownFigureAnswer[];
}

/** Figures beside the goals, which none goes by. */
export class ContextSeriesAnswer {
  /** @example released-from-prison */
  readonly series!: string;
  readonly title!: WordsAnswer;
  readonly unit!: WordsAnswer;
  readonly figures!: KnownFigureAnswer[];
}

export class GoalsAnswer {
  /** The reporting year. @example 2018 */
  readonly year!: number;
  /** As known at this position of the log. */
  readonly asOf!: string;
  readonly goals!: GoalStatusAnswer[];
  readonly context!: ContextSeriesAnswer[];
}
