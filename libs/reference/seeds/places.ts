import { day, type Day } from '@sikkerby/kernel';
import type { District } from '../districts.js';
import { firstYear, type Seed } from './seed.js';

type Place = readonly [code: string, name: string, within?: District];

// The five of the strategy's text; Amager lies in two districts.
const partnershipAreas: readonly Place[] = [
  ['tingbjerg-husum', 'Tingbjerg/Husum', 'broenshoej-husum'],
  ['folehaven', 'Folehaven', 'valby'],
  ['nordvest', 'Nordvest', 'bispebjerg'],
  ['valby', 'Valby', 'valby'],
  ['amager', 'Amager'],
];

// On the ministry's lists of vulnerable housing areas in the years before the strategy, from general
// knowledge: the strategy names none. An administrator ends what is not one and registers the rest.
const housingAreas: readonly Place[] = [
  ['aldersrogade', 'Aldersrogade', 'oesterbro'],
  ['bispeparken', 'Bispeparken', 'bispebjerg'],
  ['gadelandet-husumgaard', 'Gadelandet/Husumgård', 'broenshoej-husum'],
  ['hoergaarden', 'Hørgården', 'amager-vest'],
  ['lundtoftegade', 'Lundtoftegade', 'noerrebro'],
  ['mjoelnerparken', 'Mjølnerparken', 'noerrebro'],
  ['sjaeloer-boulevard', 'Sjælør Boulevard', 'vesterbro-kongens-enghave'],
  ['tingbjerg-utterslevhuse', 'Tingbjerg/Utterslevhuse', 'broenshoej-husum'],
];

// The strategy counts five and names none: codes, names and districts stand in for the city's own.
const centres: readonly (readonly [...Required<Place>, since: Day])[] = [
  ['centre-noerrebro', '18+ Nørrebro', 'noerrebro', day('2012-01-01')],
  ['centre-bispebjerg', '18+ Bispebjerg', 'bispebjerg', day('2012-01-01')],
  ['centre-tingbjerg-husum', '18+ Tingbjerg-Husum', 'broenshoej-husum', day('2012-01-01')],
  ['centre-amager', '18+ Amager', 'amager-vest', day('2013-01-01')],
  ['centre-valby', '18+ Valby', 'valby', day('2014-01-01')],
];

// Some of the city's schools, from general knowledge: enough to refer to, not the register of schools.
const schools: readonly Place[] = [
  ['bavnehoej-skole', 'Bavnehøj Skole', 'vesterbro-kongens-enghave'],
  ['bispebjerg-skole', 'Bispebjerg Skole', 'bispebjerg'],
  ['blaagaard-skole', 'Blågård Skole', 'noerrebro'],
  ['christianshavns-skole', 'Christianshavns Skole', 'indre-by'],
  ['dyvekeskolen', 'Dyvekeskolen', 'amager-vest'],
  ['ellebjerg-skole', 'Ellebjerg Skole', 'vesterbro-kongens-enghave'],
  ['grundtvigskolen', 'Grundtvigskolen', 'bispebjerg'],
  ['guldberg-skole', 'Guldberg Skole', 'noerrebro'],
  ['hoejdevangens-skole', 'Højdevangens Skole', 'amager-oest'],
  ['husum-skole', 'Husum Skole', 'broenshoej-husum'],
  ['kirkebjerg-skole', 'Kirkebjerg Skole', 'vanloese'],
  ['korsager-skole', 'Korsager Skole', 'broenshoej-husum'],
  ['langelinieskolen', 'Langelinieskolen', 'oesterbro'],
  ['nyboder-skole', 'Nyboder Skole', 'indre-by'],
  ['peder-lykke-skolen', 'Peder Lykke Skolen', 'amager-vest'],
  ['raadmandsgades-skole', 'Rådmandsgades Skole', 'noerrebro'],
  ['tingbjerg-skole', 'Tingbjerg Skole', 'broenshoej-husum'],
  ['vanloese-skole', 'Vanløse Skole', 'vanloese'],
  ['vesterbro-ny-skole', 'Vesterbro Ny Skole', 'vesterbro-kongens-enghave'],
  ['vigerslev-alles-skole', 'Vigerslev Allés Skole', 'valby'],
];

const firstDayOfPartnerships = day('2018-01-01');

export const placeSeeds: readonly Seed[] = [
  ...partnershipAreas.map((place) => seed('partnership-area', place, firstDayOfPartnerships)),
  ...housingAreas.map((place) => seed('housing-area', place, firstYear)),
  ...centres.map(([code, name, within, since]) => seed('centre', [code, name, within], since)),
  ...schools.map((place) => seed('school', place, firstYear)),
];

function seed(kind: Seed['kind'], [code, name, parent]: Place, validFrom: Day): Seed {
  return { kind, code, da: name, en: name, validFrom, ...(parent ? { parent } : {}) };
}
