import { erasure } from '@sikkerby/erasure';
import { oversight } from '@sikkerby/oversight';
import { people } from '@sikkerby/people';
import { programmes, type Programme } from '@sikkerby/programmes';

/** Everything that has rules, routes or read models: the programmes, and what watches over them. */
export const contexts: readonly Programme[] = [
  ...programmes,
  people(programmes.filter(({ persons }) => persons)),
  oversight,
  erasure(programmes.filter(({ persons }) => persons)),
];
