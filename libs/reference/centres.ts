import { day, keysOf, type Day } from '@sikkerby/kernel';
import type { District } from './districts.js';

/** A municipal centre for young adults, and the days on which it is there; open where `to` is left out. */
export interface Centre {
  readonly name: string;
  readonly district: District;
  readonly open: readonly { readonly from: Day; readonly to?: Day }[];
}

/**
 * The five 18+ centres. The strategy counts five and names none: names, districts and days stand in
 * for the city's own until it gives them.
 */
export const centres = {
  'centre-noerrebro': {
    name: '18+ Nørrebro',
    district: 'noerrebro',
    open: [{ from: day('2012-01-01') }],
  },
  'centre-bispebjerg': {
    name: '18+ Bispebjerg',
    district: 'bispebjerg',
    open: [{ from: day('2012-01-01') }],
  },
  'centre-tingbjerg-husum': {
    name: '18+ Tingbjerg-Husum',
    district: 'broenshoej-husum',
    open: [{ from: day('2012-01-01') }],
  },
  'centre-amager': {
    name: '18+ Amager',
    district: 'amager-vest',
    open: [{ from: day('2013-01-01') }],
  },
  'centre-valby': {
    name: '18+ Valby',
    district: 'valby',
    open: [{ from: day('2014-01-01'), to: day('2019-06-30') }, { from: day('2019-09-01') }],
  },
} as const satisfies Readonly<Record<string, Centre>>;

export type CentreCode = keyof typeof centres;

export const centreCodes = keysOf(centres);

/** Whether the centre is there on the day. */
export function isOpen(code: CentreCode, on: Day): boolean {
  const { open }: Centre = centres[code];
  return open.some(({ from, to }) => from <= on && (to === undefined || on <= to));
}
