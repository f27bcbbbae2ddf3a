import type { Reaction } from '@sikkerby/reactions';
import { intake } from '@sikkerby/intake';
import { oversight } from '@sikkerby/oversight';
import { people } from '@sikkerby/people';
import { programmes, type Context } from '@sikkerby/programmes';

/** Everything that has rules, routes or read models: the programmes, and what watches over them. */
export const contexts: readonly Context[] = [
  ...programmes,
  people(programmes.filter(({ persons }) => persons).map(({ name }) => name)),
  oversight,
  intake,
];

/** What follows by itself, in all of them. */
export const reactions: readonly Reaction[] = contexts.flatMap(
  (context) => context.reactions ?? [],
);
