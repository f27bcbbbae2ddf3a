import { ConfigurationError } from '@sikkerby/configuration';
import type { Context } from '@sikkerby/case-kit/edge';
import { undecided } from '@sikkerby/publication';
import { Measures } from '@sikkerby/statistics';
import { unboundActs } from './unbound-acts.js';

/**
 * What the compiler does not know of the contexts, and nobody should find out at work: no program
 * starts with it. @throws ConfigurationError that says what to write
 */
export function assertBound(contexts: readonly Context[]): void {
  const wrong = [
    ...contexts.flatMap(unboundActs),
    ...categoriesOfTwo(contexts),
    ...undecided(Measures.of(contexts)),
  ];
  if (wrong.length > 0) throw new ConfigurationError(wrong.join('; '));
}

/** Streams are told apart by the category of their kind of unit: two kinds never have one. */
function categoriesOfTwo(contexts: readonly Context[]): string[] {
  const categories = contexts.flatMap(({ deciders }) => deciders.map(({ category }) => category));
  const twice = categories.filter((category, at) => categories.indexOf(category) !== at);
  return twice.map(
    (category) =>
      `'${category}' is the category of two kinds of unit: write another for one of them`,
  );
}
