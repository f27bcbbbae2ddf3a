import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import { unitDefinition, unitProgramme, AssignTo, TakeBack } from '@sikkerby/case-kit/edge';
import { acutePlanFacts, acutePlanMeasures } from './acute-plan.facts.js';
import {
  ActivatePlan,
  CorrectAcutePlan,
  DeactivatePlan,
  EvaluatePlan,
  InformPoliticalLevel,
  RecordPlanMeasure,
  ReopenAcutePlan,
} from './acute-plan.requests.js';
import { acutePlan, type AcutePlan } from './acute-plan.js';

const plans = unitDefinition({
  decider: acutePlan,
  path: 'plans',
  roles: { work: ['ssp-coordinator'], read: [] },
  begin: {
    act: 'activate',
    request: ActivatePlan,
    summary: 'Activate a plan: the day on which an acute plan counts',
  },
  acts: {
    'record-measure': { request: RecordPlanMeasure, summary: 'Record something that is done' },
    'inform-political-level': {
      request: InformPoliticalLevel,
      summary: 'Say that the political level was informed',
    },
    deactivate: { request: DeactivatePlan, summary: 'Deactivate the plan: its last day' },
    evaluate: { request: EvaluatePlan, summary: 'Say how it worked' },
    reopen: { request: ReopenAcutePlan, summary: 'Go on with a plan that was deactivated' },
    assign: { request: AssignTo, summary: 'Say who works on it' },
    correct: { request: CorrectAcutePlan, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, district, beganOn, assignedTo, kind, trigger }: AcutePlan) => ({
    ...{ status, district, beganOn, subject: null, assignedTo: assignedTo ?? null },
    ...{ open: status !== 'evaluated', dueOn: null, codes: { kind, trigger } },
  }),
  lists: {
    active: { statuses: ['active'], summary: 'Which plans are active?' },
    'to-evaluate': {
      statuses: ['deactivated'],
      summary: 'Which plans were deactivated and are not evaluated yet?',
    },
  },
  words: {
    unit: { da: 'Planen', en: 'The plan' },
    events: {
      'acute-plan.plan-activated.v1': {
        da: '{kind} i {district} blev aktiveret: {trigger}.',
        en: '{kind} in {district} was activated: {trigger}.',
      },
      'acute-plan.plan-measure-recorded.v1': {
        da: 'Et tiltag blev sat i gang: {measure}.',
        en: 'A measure was taken: {measure}.',
      },
      'acute-plan.plan-political-level-informed.v1': {
        da: 'Det politiske niveau blev orienteret: {level}.',
        en: 'The political level was informed: {level}.',
      },
      'acute-plan.plan-deactivated.v1': {
        da: 'Planen blev deaktiveret: {reason}.',
        en: 'The plan was deactivated: {reason}.',
      },
      'acute-plan.plan-evaluated.v1': {
        da: 'Planen blev evalueret: {evaluation}.',
        en: 'The plan was evaluated: {evaluation}.',
      },
    },
    codes: {
      acute: { da: 'En akuthandleplan', en: 'An acute plan' },
      preparedness: { da: 'En beredskabsplan', en: 'A plan of preparedness' },
      shooting: { da: 'skyderi', en: 'a shooting' },
      stabbing: { da: 'knivstikkeri', en: 'a stabbing' },
      arson: { da: 'ildspåsættelse', en: 'arson' },
      'group-conflict': { da: 'konflikt mellem grupper', en: 'a conflict of groups' },
      unrest: { da: 'uro', en: 'unrest' },
      'visible-adults': { da: 'synlige voksne', en: 'visible adults' },
      'police-patrols': { da: 'politi på gaden', en: 'police patrols' },
      'talks-with-parents': { da: 'samtaler med forældre', en: 'talks with parents' },
      'help-at-school': { da: 'hjælp på skolen', en: 'help at school' },
      'information-to-residents': { da: 'orientering af beboere', en: 'telling residents' },
      'lord-mayor': { da: 'overborgmesteren', en: 'the lord mayor' },
      committee: { da: 'udvalget', en: 'the committee' },
      'city-council': { da: 'Borgerrepræsentationen', en: 'the city council' },
      'calm-again': { da: 'der er ro igen', en: 'it is calm again' },
      'taken-over-by-others': { da: 'overtaget af andre', en: 'taken over by others' },
      'flared-up-again': { da: 'blusset op igen', en: 'it flared up again' },
      'deactivated-too-early': { da: 'deaktiveret for tidligt', en: 'deactivated too early' },
      worked: { da: 'virkede', en: 'it worked' },
      'worked-in-part': { da: 'virkede delvist', en: 'it worked in part' },
      'did-not-work': { da: 'virkede ikke', en: 'it did not work' },
      trigger: { da: 'anledningen', en: 'the trigger' },
      evaluation: { da: 'evalueringen', en: 'the evaluation' },
    },
  },
});

/** What SSP does at once when something has happened (akuthandleplan), or may (beredskabsplan). */
export const acutePlanProgramme = unitProgramme({
  name: 'acute-plan',
  persons: false,
  access: 'protected',
  policies: policiesBeside(import.meta.url, 'acute-plan'),
  title: { da: 'Akuthandleplaner', en: 'Acute plans' },
  listsVersion: 1,
  units: [plans],
  facts: acutePlanFacts,
  measures: acutePlanMeasures,
});
