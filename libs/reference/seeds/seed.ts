import { day, type Day } from '@sikkerby/kernel';
import type { Names, ReferenceKind } from '../reference-kinds.js';

/** An item that is there from the beginning; what happens to it later is recorded like anything else. */
export interface Seed extends Names {
  readonly kind: ReferenceKind;
  readonly code: string;
  readonly parent?: string;
  readonly validFrom: Day;
}

/** Where nobody wrote down since when: the year of the strategy's first figure. */
export const firstYear = day('2009-01-01');
