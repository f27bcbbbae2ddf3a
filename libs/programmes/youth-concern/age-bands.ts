import { keysOf } from '@sikkerby/kernel';

/** Bands of age at the opening of a case, first and last year included. */
export const ageBands = {
  '0-9': [0, 9],
  '10-12': [10, 12],
  '13-14': [13, 14],
  '15-17': [15, 17],
  '18-25': [18, 25],
} as const;

export type AgeBand = keyof typeof ageBands;

export const ageBandCodes = keysOf(ageBands);

export const bandsUnder18 = ageBandCodes.filter((band) => ageBands[band][1] < 18);

/** @throws RangeError when nobody of that age has a case */
export function ageBandOf(age: number): AgeBand {
  const band = ageBandCodes.find((code) => age >= ageBands[code][0] && age <= ageBands[code][1]);
  if (band === undefined) throw new RangeError('a case is about somebody aged 0 to 25');
  return band;
}
