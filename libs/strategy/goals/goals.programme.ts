import { policiesBeside } from '@sikkerby/access';
import { idOf } from '@sikkerby/commands';
import { Dated } from '@sikkerby/http';
import { TakeBack, unitContext, unitDefinition } from '@sikkerby/case-kit/edge';
import { readers, secretariat } from '../roles.js';
import { GoalsController } from './goals.controller.js';
import { Goals } from './goals.js';
import {
  RecordGoalObservation,
  RecordPoliceJudgement,
  ReviseGoalObservation,
  RevisePoliceJudgement,
} from './goals.requests.js';
import { goalFigures } from './known-figures.view.js';
import { observation, observationWords, type Observation } from './goal-observation.js';
import { judgementWords, policeJudgement, type PoliceJudgement } from './police-judgement.js';
import { geographies, series, sources, units } from './series.js';

const takenBack = {
  void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
  reinstate: { request: Dated, summary: 'Take back a void' },
};
const reasons = {
  'source-revised-it': { da: 'kilden har revideret tallet', en: 'the source revised it' },
  'source-changed-its-method': {
    da: 'kilden har ændret metode',
    en: 'the source changed its method',
  },
};
const titles = Object.fromEntries(Object.entries(series).map(([code, { title }]) => [code, title]));
const lasting = { open: true, district: null, subject: null, assignedTo: null, dueOn: null };

/** Figures that others work out: also in bulk, by `sikkerby intake take goals observations`. */
const observations = unitDefinition({
  decider: observation,
  path: 'observations',
  roles: { work: secretariat, read: readers },
  begin: {
    act: 'record',
    request: RecordGoalObservation,
    idOf: (body: RecordGoalObservation) => idOf(observationWords(body)),
    summary: 'Record a figure that the goals go by, or context beside them',
    description: 'There is one for each series, place and period: another figure is a revision.',
  },
  acts: {
    revise: { request: ReviseGoalObservation, summary: 'Put another figure in its place' },
    ...takenBack,
  },
  row: ({ status, beganOn, series: code, geography, district, period, ...is }: Observation) => ({
    ...{ ...lasting, status, beganOn },
    codes: {
      ...{ series: code, geography, ...(district ? { district } : {}), period },
      ...{ value: is.value, precision: is.precision, source: is.source },
    },
  }),
  lists: {},
  words: {
    unit: { da: 'Observationen', en: 'The observation' },
    events: {
      'goals.observation-recorded.v1': {
        da: '{series}, {geography}, {period}: {value} {unit} ifølge {source}.',
        en: '{series}, {geography}, {period}: {value} {unit} according to {source}.',
      },
      'goals.observation-revised.v1': {
        da: 'Tallet er nu {value} ifølge {source}: {reason}.',
        en: 'The figure is now {value} according to {source}: {reason}.',
      },
    },
    codes: { ...titles, ...geographies, ...units, ...sources, ...reasons },
  },
});

const policeJudgements = unitDefinition({
  decider: policeJudgement,
  path: 'police-judgements',
  roles: { work: [...secretariat, 'police-liaison'], read: readers },
  begin: {
    act: 'record',
    request: RecordPoliceJudgement,
    idOf: (body: RecordPoliceJudgement) => idOf(judgementWords(body)),
    summary: 'Record how the police judge that the gangs develop in a year',
    description: 'Without it the fifth goal is not assessable.',
  },
  acts: {
    revise: { request: RevisePoliceJudgement, summary: 'Put another judgement in its place' },
    ...takenBack,
  },
  row: ({ status, beganOn, year, judgement }: PoliceJudgement) => ({
    ...{ ...lasting, status, beganOn },
    codes: { year: String(year), judgement },
  }),
  lists: {},
  words: {
    unit: { da: 'Politiets vurdering', en: 'The judgement of the police' },
    events: {
      'goals.police-judgement-recorded.v1': {
        da: 'Politiet vurderer udviklingen i bandemiljøet i {year} som {judgement}.',
        en: 'The police judge the development of the gangs in {year} as {judgement}.',
      },
      'goals.police-judgement-revised.v1': {
        da: 'Politiet vurderer nu udviklingen som {judgement}: {reason}.',
        en: 'The police now judge the development as {judgement}: {reason}.',
      },
    },
    codes: {
      ...reasons,
      positive: { da: 'positiv', en: 'positive' },
      unchanged: { da: 'uændret', en: 'unchanged' },
      negative: { da: 'negativ', en: 'negative' },
    },
  },
});

/** The six goals of the strategy, what they go by, and how they stand. */
export const goals = unitContext({
  name: 'goals',
  persons: false,
  access: 'open',
  title: { da: 'Strategiens mål', en: 'Goals of the strategy' },
  policies: policiesBeside(import.meta.url, 'goals'),
  listsVersion: 1,
  units: [observations, policeJudgements],
  controllers: [GoalsController],
  providers: [Goals],
  projections: [goalFigures],
  measures: [],
});
