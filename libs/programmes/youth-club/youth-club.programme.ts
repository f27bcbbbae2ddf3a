import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import { unitProgramme, unitDefinition, TakeBack } from '@sikkerby/case-kit/edge';
import { clubObservation, type Observation } from './club-observation.js';
import { youthClubFacts, youthClubMeasures } from './youth-club.facts.js';
import {
  BeginYear,
  CorrectClubYear,
  CorrectObservation,
  ExtendHours,
  ImportObservation,
} from './youth-club.requests.js';
import { youthClub, type ClubYear } from './youth-club.js';

const programme = 'youth-club';
const roles = { work: ['leisure-consultant'], read: ['outreach-lead'] } as const;
const takenBack = {
  void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
  reinstate: { request: Dated, summary: 'Take back a void' },
};
const nobody = { subject: null, assignedTo: null, dueOn: null };

const clubYears = unitDefinition({
  decider: youthClub,
  path: 'club-years',
  roles,
  begin: { act: 'begin-year', request: BeginYear, summary: 'Begin a year of a club' },
  acts: {
    'extend-hours': { request: ExtendHours, summary: 'Open longer, from that day on' },
    'end-extension': { request: Dated, summary: 'End the longer hours: their last day' },
    'make-membership-free': { request: Dated, summary: 'Make membership free from that day on' },
    correct: { request: CorrectClubYear, summary: 'Correct what was recorded' },
    ...takenBack,
  },
  row: ({ status, beganOn, district, club, kind, year, times }: ClubYear) => ({
    ...{ ...nobody, status, beganOn, district, open: true },
    codes: { club, kind, year: String(year), times },
  }),
  lists: { extended: { statuses: ['extended'], summary: 'Which clubs are open longer?' } },
  words: {
    unit: { da: 'Klubåret', en: 'The club year' },
    events: {
      'youth-club.club-year-begun.v1': {
        da: 'Året {year} begyndte i {club} i {district} ({kind}).',
        en: 'The year {year} began in {club} in {district} ({kind}).',
      },
      'youth-club.club-year-hours-extended.v1': {
        da: 'Klubben fik udvidet åbent: {times}.',
        en: 'The club extended its hours: {times}.',
      },
      'youth-club.club-year-extension-ended.v1': {
        da: 'De udvidede åbningstider hørte op.',
        en: 'The extended hours ended.',
      },
      'youth-club.club-year-membership-made-free.v1': {
        da: 'Det blev gratis at være medlem.',
        en: 'Membership became free.',
      },
    },
    codes: {
      'youth-club': { da: 'ungdomsklub', en: 'youth club' },
      'leisure-club': { da: 'fritidsklub', en: 'leisure club' },
      evening: { da: 'aften', en: 'evening' },
      weekend: { da: 'weekend', en: 'weekend' },
      club: { da: 'klubben', en: 'the club' },
      kind: { da: 'arten', en: 'the kind' },
      times: { da: 'tidspunkterne', en: 'the times' },
      extendedOn: { da: 'den første dag med udvidet åbent', en: 'the first day of longer hours' },
      extendedTo: { da: 'den sidste dag med udvidet åbent', en: 'the last day of longer hours' },
      freeOn: { da: 'den første gratis dag', en: 'the first free day' },
    },
  },
});

const observations = unitDefinition({
  decider: clubObservation,
  path: 'observations',
  roles,
  begin: {
    act: 'import',
    request: ImportObservation,
    summary: 'Take in a share of the city’s young people that others worked out',
  },
  acts: {
    correct: { request: CorrectObservation, summary: 'Correct what was taken in' },
    ...takenBack,
  },
  row: ({ status, beganOn, year, source }: Observation) => ({
    ...{ ...nobody, status, beganOn, district: null, open: false },
    codes: { year: String(year), source },
  }),
  lists: {},
  words: {
    unit: { da: 'Observationen', en: 'The observation' },
    events: {
      'youth-club.observation-imported.v1': {
        da: 'Ca. {perCent} % af byens 14-18-årige brugte i {year} en gratis ungdomsklub ({source}).',
        en: 'About {perCent} % of the city’s 14-18-year-olds used a free youth club in {year} ({source}).',
      },
    },
    codes: {
      'children-and-youth-administration': {
        da: 'Børne- og Ungdomsforvaltningen',
        en: 'the administration for children and youth',
      },
      strategy: { da: 'strategien', en: 'the strategy' },
      year: { da: 'året', en: 'the year' },
      perCent: { da: 'andelen', en: 'the share' },
      source: { da: 'kilden', en: 'the source' },
    },
  },
});

/** Youth clubs: longer hours, free membership, and how many use them (gratis ungdomsklub). */
export const youthClubProgramme = unitProgramme({
  name: programme,
  persons: false,
  access: 'open',
  policies: policiesBeside(import.meta.url, programme),
  title: { da: 'Ungdomsklubber', en: 'Youth clubs' },
  listsVersion: 1,
  units: [clubYears, observations],
  facts: youthClubFacts,
  measures: youthClubMeasures,
});
