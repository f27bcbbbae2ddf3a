import { districts } from '@sikkerby/reference';
import type { Breakdown, Words } from '@sikkerby/statistics';

/** By the district that is responsible on the last active day (R10); the rows add up to the city. */
export const byDistrict: Breakdown = {
  by: 'district',
  title: { da: 'Bydel', en: 'District' },
  additive: true,
  names: Object.fromEntries(
    Object.entries(districts).map(([code, name]) => [code, { da: name, en: name }]),
  ),
};

/** By the person's gender as it was registered at the act. */
export const byGender: Breakdown = {
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
export function byCode(by: string, title: Words, names: Breakdown['names']): Breakdown {
  return { by, title, additive: true, names };
}

/** By a code of which a thing may have several in a year: it is in the row of each (R16). */
export function byEveryCode(by: string, title: Words, names: Breakdown['names']): Breakdown {
  return { by, title, additive: false, every: true, names };
}

/** By age in whole years at the act (R14), in bands such as `18-25`. */
export function byAgeBand(bands: readonly string[]): Breakdown {
  const names: Breakdown['names'] = Object.fromEntries(
    bands.map((band) => [band, { da: `${band} år`, en: `${band} years` }]),
  );
  return byCode('ageBand', { da: 'Alder', en: 'Age' }, names);
}

/** The band that an age falls in; `other` when it is in none. */
export function bandOf(bands: readonly string[], age: number): string {
  return (
    bands.find((band) => {
      const [least, most] = band.split('-').map(Number);
      return least !== undefined && age >= least && (most === undefined || age <= most);
    }) ?? 'other'
  );
}
