import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import { unitDefinition, unitProgramme, Extend, TakeBack } from '@sikkerby/case-kit/edge';
import { housingPlanFacts, housingPlanMeasures } from './housing-plan.facts.js';
import {
  CorrectHousingPlan,
  EndHousingPlan,
  ObserveCoverage,
  RegisterHousingPlan,
  ReopenHousingPlan,
} from './housing-plan.requests.js';
import { housingPlan, type HousingPlan } from './housing-plan.js';

const plans = unitDefinition({
  decider: housingPlan,
  path: 'plans',
  roles: { work: ['partnership-coordinator'], read: ['ssp-coordinator'] },
  begin: {
    act: 'register',
    request: RegisterHousingPlan,
    summary: 'Register a plan over some areas',
    description: 'It counts from the day on which it enters into force.',
  },
  acts: {
    'enter-into-force': { request: Dated, summary: 'The plan’s first day in force' },
    'observe-coverage': {
      request: ObserveCoverage,
      summary: 'Say how many live in an area of the plan',
    },
    extend: { request: Extend, summary: 'Let it go on for longer than it was to' },
    end: { request: EndHousingPlan, summary: 'End the plan: its last day in force' },
    reopen: { request: ReopenHousingPlan, summary: 'Go on with a plan that was over' },
    correct: { request: CorrectHousingPlan, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, district, beganOn, until, areas }: HousingPlan) => ({
    ...{ status, district, beganOn, subject: null, assignedTo: null },
    ...{ open: status !== 'ended', dueOn: until, codes: { area: areas } },
  }),
  lists: {
    'running-out': {
      statuses: ['in-force'],
      dueWithin: { to: 180 },
      summary: 'Which plans are to end within 180 days, or should have been ended or extended?',
    },
  },
  words: {
    unit: { da: 'Helhedsplanen', en: 'The housing plan' },
    events: {
      'housing-plan.plan-registered.v1': {
        da: 'En helhedsplan for {areas} blev registreret; den løber til den {until}.',
        en: 'A housing plan for {areas} was registered until {until}.',
      },
      'housing-plan.plan-entered-into-force.v1': {
        da: 'Helhedsplanen trådte i kraft.',
        en: 'The housing plan entered into force.',
      },
      'housing-plan.plan-coverage-observed.v1': {
        da: '{area} havde omkring {residents} beboere den 1. januar {year}.',
        en: '{area} had about {residents} residents on 1 January {year}.',
      },
    },
    codes: {
      'grant-ran-out': { da: 'bevillingen udløb', en: 'the grant ran out' },
      'goals-met': { da: 'målene er nået', en: 'the goals are met' },
      'replaced-by-another': { da: 'afløst af en anden', en: 'replaced by another' },
      'new-grant': { da: 'ny bevilling', en: 'a new grant' },
      'ended-too-early': { da: 'afsluttet for tidligt', en: 'ended too early' },
      areas: { da: 'områderne', en: 'the areas' },
    },
  },
});

/** What housing associations do with the city in exposed areas (boligsociale helhedsplaner). */
export const housingPlanProgramme = unitProgramme({
  name: 'housing-plan',
  persons: false,
  access: 'open',
  policies: policiesBeside(import.meta.url, 'housing-plan'),
  title: { da: 'Boligsociale helhedsplaner', en: 'Social housing plans' },
  listsVersion: 1,
  units: [plans],
  facts: housingPlanFacts,
  measures: housingPlanMeasures,
});
