import { districts } from '@sikkerby/reference';
import type { Breakdown, Words } from '@sikkerby/statistics';
import { ageBandCodes } from './age-bands.js';
import { concernTypes, genders, levels, type ConcernType, type Gender } from './concern-codes.js';
import { vocabulary } from './vocabulary.js';

const words = (da: string, en: string): Words => ({ da, en });

const sameInBoth = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([code, name]) => [code, words(name, name)]));

const called = (codes: readonly (Gender | ConcernType)[]) =>
  Object.fromEntries(codes.map((code) => [code, vocabulary[code]]));

/** How SSP figures are split. A case may have several concern types, but only one of the rest. */
export const breakdowns: readonly Breakdown[] = [
  {
    by: 'district',
    title: words('Bydel', 'District'),
    additive: true,
    names: sameInBoth(districts),
  },
  {
    by: 'level',
    title: words('Niveau', 'Level'),
    additive: true,
    names: Object.fromEntries(
      levels.map((level) => [level, words(`Niveau ${String(level)}`, `Level ${String(level)}`)]),
    ),
  },
  {
    by: 'ageBand',
    title: words('Alder ved sagens åbning', 'Age when the case opened'),
    additive: true,
    names: Object.fromEntries(
      ageBandCodes.map((band) => [band, words(`${band} år`, `${band} years`)]),
    ),
  },
  { by: 'gender', title: words('Køn', 'Gender'), additive: true, names: called(genders) },
  {
    by: 'concernType',
    title: words('Bekymringstype', 'Type of concern'),
    additive: false,
    names: called(concernTypes),
  },
];
