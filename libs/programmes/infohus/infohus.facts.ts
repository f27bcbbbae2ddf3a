import {
  bandOf,
  byAgeBand,
  byCode,
  byDistrict,
  byEveryCode,
  byGender,
  onDay,
  unitFacts,
} from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { enquiry, handledOn } from './enquiry.js';
import { intervention } from './intervention.js';

const ageBands = ['0-17', '18-20', '21-24', '25-29', '30'] as const;

/** An enquiry is a fact of the days on which it was received and handled, an intervention of its episodes. */
export const infohusFacts = factsProjection({
  programme: 'infohus',
  version: 2,
  units: [
    unitFacts(enquiry, (unit) => {
      const { district = null, source, concern, outcome = 'police-only' } = unit;
      const handled = handledOn(unit);
      const received = {
        kind: 'infohus.enquiry-received',
        ...onDay(unit.episodes[0].from),
        district,
        codes: { source, concern },
      } as const;
      if (!handled) return [received];
      const asHandled = {
        kind: 'infohus.enquiry-handled',
        ...onDay(handled),
        district,
        codes: { source, concern, outcome },
      } as const;
      return [received, asHandled];
    }),
    unitFacts(intervention, (unit) =>
      (unit.episodes ?? []).map(({ from, to }) => ({
        kind: 'infohus.intervention-under-way',
        validFrom: from,
        validTo: to ?? null,
        person: unit.subject,
        district: unit.district,
        codes: {
          intervention: unit.kind,
          party: unit.party,
          gender: unit.gender,
          ageBand: bandOf(ageBands, unit.ageAtStart ?? -1),
        },
      })),
    ),
  ],
});

const byConcern = byCode(
  'concern',
  { da: 'Bekymring', en: 'Concern' },
  {
    'militant-islamism': { da: 'Militant islamisme', en: 'Militant islamism' },
    'right-wing-extremism': { da: 'Højreekstremisme', en: 'Right-wing extremism' },
    'left-wing-extremism': { da: 'Venstreekstremisme', en: 'Left-wing extremism' },
    'other-extremism': { da: 'Anden ekstremisme', en: 'Other extremism' },
  },
);

const bySource = byCode(
  'source',
  { da: 'Henvender', en: 'Reporter' },
  {
    school: { da: 'Skole', en: 'School' },
    'social-services': { da: 'Socialforvaltning', en: 'Social services' },
    police: { da: 'Politi', en: 'Police' },
    'prison-service': { da: 'Kriminalforsorg', en: 'Prison service' },
    relative: { da: 'Pårørende', en: 'Relative' },
    citizen: { da: 'Borger', en: 'Citizen' },
    anonymous: { da: 'Anonym', en: 'Anonymous' },
  },
);

const byOutcome = byCode(
  'outcome',
  { da: 'Vurdering', en: 'Assessment' },
  {
    unfounded: { da: 'Grundløs', en: 'Unfounded' },
    talk: { da: 'Samtale', en: 'Talk' },
    intervention: { da: 'Indsats', en: 'Intervention' },
    'other-authority': { da: 'Anden myndighed', en: 'Other authority' },
    'security-authority': { da: 'Sikkerhedsmyndighed', en: 'Security authority' },
    monitor: { da: 'Følges', en: 'Monitored' },
    'police-only': { da: 'Kun politiet', en: 'Police only' },
  },
);

const enquiries = { da: 'henvendelser', en: 'enquiries' };

export const infohusMeasures: MeasuresOf<typeof infohusFacts> = [
  {
    id: 'infohus.enquiries-handled',
    version: 1,
    kind: 'infohus.enquiry-handled',
    distinct: 'unit',
    where: {},
    breakdowns: [byDistrict, byConcern, bySource, byOutcome],
    unit: enquiries,
    title: { da: 'Henvendelser håndteret af Infohus', en: 'Enquiries handled by Infohus' },
    description: {
      da: 'Henvendelser, der første gang blev vurderet i året, eller som politiet tog alene. Ikke: modtagne, som ikke er vurderet endnu, sammenlagte og fejlregistreringer.',
      en: 'Enquiries first assessed in the year, or that the police kept to themselves. Not: received and not assessed yet, merged and void.',
    },
    printed: { year: 2018, figure: 52 },
  },
  {
    id: 'infohus.enquiries-received',
    version: 1,
    kind: 'infohus.enquiry-received',
    distinct: 'unit',
    where: {},
    breakdowns: [byDistrict, byConcern, bySource],
    unit: enquiries,
    title: { da: 'Henvendelser modtaget af Infohus', en: 'Enquiries received by Infohus' },
    description: {
      da: 'Henvendelser, der blev modtaget i året.',
      en: 'Enquiries received in the year.',
    },
  },
  {
    id: 'infohus.persons-given-intervention',
    version: 1,
    kind: 'infohus.intervention-under-way',
    distinct: 'person',
    where: {},
    breakdowns: [
      byDistrict,
      byAgeBand(ageBands),
      byGender,
      byEveryCode(
        'intervention',
        { da: 'Indsats', en: 'Intervention' },
        {
          preventive: { da: 'Forebyggende', en: 'Preventive' },
          resocialising: { da: 'Resocialiserende', en: 'Resocialising' },
        },
      ),
      byEveryCode(
        'party',
        { da: 'Myndighed', en: 'Authority' },
        {
          municipality: { da: 'Kommunen', en: 'The municipality' },
          police: { da: 'Politiet', en: 'The police' },
          'prison-service': { da: 'Kriminalforsorgen', en: 'The prison service' },
        },
      ),
    ],
    unit: { da: 'personer', en: 'persons' },
    title: {
      da: 'Københavnere med en indsats gennem Infohus',
      en: 'Copenhageners given an intervention through Infohus',
    },
    description: {
      da: 'Personer med en indsats mindst en dag i året, også efter en tidligere henvendelse; hver tæller én gang. Ikke: samtaler alene.',
      en: 'Persons with an intervention on at least a day of the year, also from an earlier enquiry; each counts once. Not: talks only.',
    },
    printed: { year: 2018, figure: 14 },
  },
];
