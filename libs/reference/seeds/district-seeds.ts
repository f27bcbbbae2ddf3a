import { day } from '@sikkerby/kernel';
import { districts, type District } from '../districts.js';
import { firstYear, type Seed } from './seed.js';

/** Since the city has ten. */
const since = day('2007-01-01');

const operations: Seed[] = Object.entries(districts).map(([code, name]) => ({
  ...{ kind: 'district', code, da: name, en: name, validFrom: since },
}));

// The strategy's text counts the survey's districts nowhere and names none. The thirteen are those
// of Københavns Tryghedsundersøgelse 2016 (tryghedsundersogelsen.kk.dk): three of the ten are two.
const surveyed: readonly (readonly [code: string, name: string, within: District])[] = [
  ['indre-by', 'Indre By', 'indre-by'],
  ['christianshavn', 'Christianshavn', 'indre-by'],
  ['oesterbro', 'Østerbro', 'oesterbro'],
  ['indre-noerrebro', 'Indre Nørrebro', 'noerrebro'],
  ['ydre-noerrebro', 'Ydre Nørrebro', 'noerrebro'],
  ['vesterbro', 'Vesterbro', 'vesterbro-kongens-enghave'],
  ['kongens-enghave', 'Kongens Enghave', 'vesterbro-kongens-enghave'],
  ['valby', 'Valby', 'valby'],
  ['vanloese', 'Vanløse', 'vanloese'],
  ['broenshoej-husum', 'Brønshøj-Husum', 'broenshoej-husum'],
  ['bispebjerg', 'Bispebjerg', 'bispebjerg'],
  ['amager-oest', 'Amager Øst', 'amager-oest'],
  ['amager-vest', 'Amager Vest', 'amager-vest'],
];

const survey: Seed[] = surveyed.map(([code, name, parent]) => ({
  ...{ kind: 'survey-district', code, parent, da: name, en: name, validFrom: firstYear },
}));

export const districtSeeds: readonly Seed[] = [...operations, ...survey];
