/**
 * A sum over finest cells: those of `plus` are added, those of `minus` taken away. A finest cell is
 * a number from 0; how many it counts is unknown to an attacker: a whole number that is not negative.
 */
export interface Sum {
  /** Ascending. */
  readonly plus: readonly number[];
  /** Ascending; only where two releases of one year are held against each other. */
  readonly minus?: readonly number[];
}

/** What an attacker knows: that a sum is between the two, both included. */
export interface Known extends Sum {
  /** Unique in its problem. Ties are broken by the order of keys in code units. */
  readonly key: string;
  readonly low: number;
  /** `Infinity` where nothing is known. */
  readonly high: number;
}

/** What an attacker must hold possible of a cell: every whole number between the two. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A count that is to be published. */
export interface Cell extends Sum {
  readonly key: string;
  readonly value: number;
  /** What must remain possible of a sensitive cell, which is hidden; absent where it may be shown. */
  readonly protect?: Interval;
  /** What hiding it costs, relative to others; by default `10 * log2(2 + value)`. */
  readonly cost?: number;
}

/** Cells that are to be published together, and everything that an attacker knows besides. */
export interface Problem {
  /** How many finest cells there are. */
  readonly size: number;
  /** Without those that are zero beyond doubt: a zero is published, and everybody knows it. */
  readonly cells: readonly Cell[];
  /** Published before, or elsewhere. */
  readonly known: readonly Known[];
}

/** What the attacker finds of a hidden cell. */
export interface Range extends Interval {
  readonly key: string;
  /** Whether whole numbers were found for both ends; what is undecided is not safe. */
  readonly decided: boolean;
}
