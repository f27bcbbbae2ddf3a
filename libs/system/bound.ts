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
  const wrong = [...contexts.flatMap(unboundActs), ...undecided(Measures.of(contexts))];
  if (wrong.length > 0) throw new ConfigurationError(wrong.join('; '));
}
