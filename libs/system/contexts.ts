import { erasure } from '@sikkerby/erasure';
import type { Reaction } from '@sikkerby/reactions';
import { intake } from '@sikkerby/intake';
import type { Governed } from '@sikkerby/access';
import { oversight, oversightGoverned } from '@sikkerby/oversight';
import { people } from '@sikkerby/people';
import { programmes } from '@sikkerby/programmes';
import { type Context } from '@sikkerby/case-kit/edge';
import { publication } from '@sikkerby/publication';
import { referenceData } from '@sikkerby/reference-routes';
import { statistics } from '@sikkerby/statistics';
import { strategy, strategyUnits } from '@sikkerby/strategy';

/** Everything that has rules, routes or read models: the programmes, the strategy, and what watches over them. */
export const contexts: readonly Context[] = [
  ...programmes,
  ...strategy,
  people(programmes.filter(({ persons }) => persons)),
  oversight,
  erasure(programmes.filter(({ persons }) => persons)),
  intake,
  referenceData,
  statistics,
  publication,
];

/** What follows by itself, in all of them. */
export const reactions: readonly Reaction[] = contexts.flatMap(
  (context) => context.reactions ?? [],
);

/** Whatever has policies. */
export const governed: readonly Governed[] = [...programmes, ...strategyUnits, oversightGoverned];
