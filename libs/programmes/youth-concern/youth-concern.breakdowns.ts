import { byCode, byDistrict } from '@sikkerby/case-kit/facts';
import { namesOf } from '@sikkerby/statistics/facts';
import { ageBandCodes } from './age-bands.js';
import { concernTypes, genders, levels } from './concern-codes.js';
import { vocabulary } from './vocabulary.js';

/** Levels as facts have them. */
export const levelCodes = levels.map((level) => `${level}` as const);

/** How SSP figures are split. A case may have several concern types, but only one of the rest. */
export const breakdowns = [
  byDistrict,
  byCode(
    'level',
    { da: 'Niveau', en: 'Level' },
    namesOf(levelCodes, (level) => ({ da: `Niveau ${level}`, en: `Level ${level}` })),
  ),
  byCode(
    'ageBand',
    { da: 'Alder ved sagens åbning', en: 'Age when the case opened' },
    namesOf(ageBandCodes, (band) => ({ da: `${band} år`, en: `${band} years` })),
  ),
  byCode(
    'gender',
    { da: 'Køn', en: 'Gender' },
    namesOf(genders, (code) => vocabulary[code]),
  ),
  {
    by: 'concernType',
    title: { da: 'Bekymringstype', en: 'Type of concern' },
    additive: false,
    names: namesOf(concernTypes, (code) => vocabulary[code]),
  },
] as const;
