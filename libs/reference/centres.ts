import type { Day } from '@sikkerby/kernel';
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
    open: [{ from: '2012-01-01' as Day }],
  },
  'centre-bispebjerg': {
    name: '18+ Bispebjerg',
    district: 'bispebjerg',
    open: [{ from: '2012-01-01' as Day }],
  },
  'centre-tingbjerg-husum': {
    name: '18+ Tingbjerg-Husum',
    district: 'broenshoej-husum',
    open: [{ from: '2012-01-01' as Day }],
  },
  'centre-amager': {
    name: '18+ Amager',
    district: 'amager-vest',
    open: [{ from: '2013-01-01' as Day }],
  },
  'centre-valby': {
    name: '18+ Valby',
    district: 'valby',
    open: [{ from: '2014-01-01' as Day, to: '2019-06-30' as Day }, { from: '2019-09-01' as Day }],
  },
} as const satisfies Readonly<Record<string, Centre>>;

export type CentreCode = keyof typeof centres;

export const centreCodes = Object.keys(centres) as CentreCode[];

/** Whether the centre is there on the day. */
export function isOpen(code: CentreCode, on: Day): boolean {
  const { open }: Centre = centres[code];
  return open.some(({ from, to }) => from <= on && (to === undefined || on <= to));
}
