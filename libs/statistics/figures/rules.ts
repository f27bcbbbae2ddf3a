import type { Measure, Words } from './measure.js';

/** A rule of counting that a measure follows, named as in the house's rules R1-R16. */
export interface Rule {
  readonly id: string;
  readonly words: Words;
}

const rule = (id: string, da: string, en: string): Rule => ({ id, words: { da, en } });

const always = [
  rule('R1', 'Året er kalenderåret i København.', 'The year is the calendar year in Copenhagen.'),
  rule(
    'R2',
    'Året følger af dagen, hvor det skete, ikke af registreringen.',
    'The year follows from the day on which it happened, not from the recording.',
  ),
  rule('R5', 'En fejlregistrering tælles ikke.', 'A void record does not count.'),
  rule(
    'R9',
    'En rettelse erstatter værdien; ældre opgørelser ændres ikke.',
    'A correction replaces the value; older cuts do not change.',
  ),
  rule(
    'R10',
    'Bydelen er den ansvarlige på årets sidste aktive dag.',
    'The district is the responsible one on the last active day of the year.',
  ),
  rule('R12', 'Sletning af personer ændrer intet tal.', 'Erasing persons changes no figure.'),
];
const ofUnits = rule(
  'R6',
  'Sammenlagte enheder tæller som én.',
  'Units that were merged count as one.',
);
const ofPersons = [
  rule(
    'R4',
    'Hver person tæller én gang, efter de personkoblinger, der gælder.',
    'Each person counts once, by the links of persons in force.',
  ),
  rule(
    'R14',
    'Alder og bopæl er dem på handlingens dag.',
    'Age and residence are those on the day of the act.',
  ),
];
const ofThings = rule(
  'R13',
  'Steder, områder og ansatte er ingen personer og udgives uden diskretionering.',
  'Places, areas and employees are no persons and are published without protection.',
);
const about = rule(
  'R15',
  'Tallet er omtrentligt og regnes ikke videre på.',
  'The figure is approximate and is not reckoned on.',
);
const notAdditive = rule(
  'R16',
  'Mindst én fordeling summer ikke til det hele.',
  'At least one breakdown does not add up to the whole.',
);

/** The rules that decide what the measure comes to. */
export function rulesOf({ distinct, precision, breakdowns }: Measure): Rule[] {
  return [
    ...always,
    ...(distinct === 'unit' ? [ofUnits] : []),
    ...(distinct === 'person' ? ofPersons : []),
    ...(distinct !== 'unit' && distinct !== 'person' ? [ofThings] : []),
    ...(precision ? [about] : []),
    ...(breakdowns.some(({ additive }) => !additive) ? [notAdditive] : []),
  ];
}
