import type { Day } from '@sikkerby/kernel';

/** What a value was over time: at first, and from which day another; the latest day counts. */
export interface Course<Value> {
  readonly first: Value;
  readonly then: readonly { readonly since: Day; readonly value: Value }[];
}

export function courseOf<Value>(first: Value): Course<Value> {
  return { first, then: [] };
}

/**
 * The course once it is said that a value holds from a day: until the next day on which it changed.
 * Of several said for one day the last counts. What is said for the beginning, or earlier, is what
 * it was at first.
 */
export function say<Value>(
  { first, then }: Course<Value>,
  value: Value,
  since: Day,
  beginning: Day,
): Course<Value> {
  if (since <= beginning)
    return { first: value, then: then.filter((turn) => turn.since > beginning) };
  const others = then.filter((turn) => turn.since !== since);
  const turns = [...others, { since, value }].sort((one, other) =>
    one.since < other.since ? -1 : 1,
  );
  return { first, then: turns };
}

export function valueOn<Value>({ first, then }: Course<Value>, day: Day): Value {
  const turn = then.findLast(({ since }) => since <= day);
  return turn ? turn.value : first;
}

/** The days after `from`, up to and including `to`, on which one of the courses turns; in order. */
export function turningDays(
  courses: readonly Course<unknown>[],
  from: Day,
  to: Day | undefined,
): Day[] {
  const days = courses.flatMap(({ then }) => then.map(({ since }) => since));
  const within = days.filter((day) => day > from && (to === undefined || day <= to));
  return [...new Set(within)].sort();
}
