import { keysOf } from '@sikkerby/kernel';

/** The ten districts of Copenhagen that the city's operations go by, as code and Danish name. */
export const districts = {
  'indre-by': 'Indre By',
  oesterbro: 'Østerbro',
  noerrebro: 'Nørrebro',
  'vesterbro-kongens-enghave': 'Vesterbro-Kongens Enghave',
  valby: 'Valby',
  vanloese: 'Vanløse',
  'broenshoej-husum': 'Brønshøj-Husum',
  bispebjerg: 'Bispebjerg',
  'amager-oest': 'Amager Øst',
  'amager-vest': 'Amager Vest',
} as const;

export type District = keyof typeof districts;

export const districtCodes = keysOf(districts);

export function isDistrict(code: unknown): code is District {
  return typeof code === 'string' && Object.hasOwn(districts, code);
}
