import { districtCodes, districts, type District } from '@sikkerby/reference';
import { namesOf, type Breakdown, type Names, type Words } from '@sikkerby/statistics/facts';
import type { Gender } from '../shared-codes.js';

/** By the district that is responsible on the last active day (R10); the rows add up to the city. */
export const byDistrict: Breakdown<'district', Names<District>> = {
  by: 'district',
  title: { da: 'Bydel', en: 'District' },
  additive: true,
  names: namesOf(districtCodes, (code) => ({ da: districts[code], en: districts[code] })),
};

/** By the person's gender as it was registered at the act. */
export const byGender: Breakdown<'gender', Names<Gender>> = {
  by: 'gender',
  title: { da: 'Køn', en: 'Gender' },
  additive: true,
  names: {
    female: { da: 'Kvinder', en: 'Female' },
    male: { da: 'Mænd', en: 'Male' },
    'other-or-unknown': { da: 'Andet eller uoplyst', en: 'Other or unknown' },
  },
};

/** By a code of the facts, of which a thing has one. */
export function byCode<const By extends string, Code extends string>(
  by: By,
  title: Words,
  names: Names<Code>,
): Breakdown<By, Names<Code>> {
  return { by, title, additive: true, names };
}

/** By a code of which a thing may have several in a year: it is in the row of each (R16). */
export function byEveryCode<const By extends string, Code extends string>(
  by: By,
  title: Words,
  names: Names<Code>,
): Breakdown<By, Names<Code>> {
  return { by, title, additive: false, every: true, names };
}

/** By age in whole years at the act (R14), in bands such as `18-25`. */
export function byAgeBand<Band extends string>(
  bands: readonly Band[],
): Breakdown<'ageBand', Names<Band>> {
  const names = namesOf(bands, (band) => ({ da: `${band} år`, en: `${band} years` }));
  return byCode('ageBand', { da: 'Alder', en: 'Age' }, names);
}

/** The band that an age falls in; `other` when it is in none. */
export function bandOf<Band extends string>(bands: readonly Band[], age: number): Band | 'other' {
  return (
    bands.find((band) => {
      const [least, most] = band.split('-').map(Number);
      return least !== undefined && age >= least && (most === undefined || age <= most);
    }) ?? 'other'
  );
}
