import { idOf } from '@sikkerby/commands';

/** The id of two records' pair: the same, whichever is named first. */
export function pairId(programme: string, one: string, other: string): string {
  return idOf([programme, ...[one, other].sort()]);
}
