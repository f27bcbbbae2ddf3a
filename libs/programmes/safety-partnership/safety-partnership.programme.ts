import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import {
  unitDefinition,
  type UnitDefinition,
  unitProgramme,
  AssignTo,
  Cancel,
  Extend,
  TakeBack,
} from '@sikkerby/case-kit/edge';
import { partnershipActivity, type Activity } from './activity.js';
import { safetyPartnershipFacts, safetyPartnershipMeasures } from './safety-partnership.facts.js';
import {
  AdoptPartnershipPlan,
  CorrectPartnership,
  CorrectPartnershipActivity,
  EndPartnership,
  EstablishPartnership,
  PartnerOf,
  PlanPartnershipActivity,
  ReopenPartnership,
} from './safety-partnership.requests.js';
import { safetyPartnership, type Partnership } from './safety-partnership.js';

const roles: UnitDefinition['roles'] = {
  work: ['partnership-coordinator'],
  read: ['safety-lift-manager', 'dialogue-coordinator'],
};

const partnerships = unitDefinition({
  decider: safetyPartnership,
  path: 'partnerships',
  roles,
  begin: {
    act: 'establish',
    request: EstablishPartnership,
    summary: 'Establish a partnership: the first day on which its area counts',
  },
  acts: {
    join: { request: PartnerOf, summary: 'An organisation joins' },
    leave: { request: PartnerOf, summary: 'An organisation leaves' },
    'adopt-plan': { request: AdoptPartnershipPlan, summary: 'Adopt a plan, or change it' },
    extend: { request: Extend, summary: 'Let it go on for longer than it was to' },
    end: { request: EndPartnership, summary: 'End the partnership: its last day' },
    reopen: { request: ReopenPartnership, summary: 'Go on with a partnership that was over' },
    assign: { request: AssignTo, summary: 'Say who coordinates it' },
    correct: { request: CorrectPartnership, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, district, beganOn, assignedTo, until, kind, area }: Partnership) => ({
    ...{ status, district, beganOn, subject: null, assignedTo: assignedTo ?? null },
    ...{ open: status === 'established', dueOn: until, codes: { kind, area } },
  }),
  lists: {
    'running-out': {
      statuses: ['established'],
      dueWithin: { to: 90 },
      summary:
        'Which partnerships are to end within 90 days, or should have been ended or extended?',
    },
  },
  words: {
    unit: { da: 'Partnerskabet', en: 'The partnership' },
    events: {
      'safety-partnership.partnership-established.v1': {
        da: '{kind} om {area} i {district} blev etableret; det løber til den {until}.',
        en: '{kind} for {area} in {district} was established until {until}.',
      },
      'safety-partnership.partnership-joined.v1': {
        da: '{partner} kom med.',
        en: '{partner} joined.',
      },
      'safety-partnership.partnership-left.v1': {
        da: '{partner} trådte ud.',
        en: '{partner} left.',
      },
      'safety-partnership.partnership-plan-adopted.v1': {
        da: 'En plan blev vedtaget: {themes}.',
        en: 'A plan was adopted: {themes}.',
      },
    },
    codes: {
      'local-area': { da: 'Et tryghedspartnerskab', en: 'A safety partnership' },
      'police-municipal': {
        da: 'Et partnerskab mellem kommune og politi',
        en: 'A partnership of city and police',
      },
      'young-people': { da: 'unge', en: 'young people' },
      'public-space': { da: 'byrum', en: 'public space' },
      housing: { da: 'boliger', en: 'housing' },
      trade: { da: 'handelsliv', en: 'trade' },
      'information-sharing': { da: 'videndeling', en: 'sharing knowledge' },
      'goals-met': { da: 'målene er nået', en: 'the goals are met' },
      'merged-with-another': { da: 'lagt sammen med et andet', en: 'joined with another' },
      'no-support': { da: 'ingen opbakning', en: 'no support' },
      'new-problems': { da: 'nye problemer', en: 'new problems' },
      'ended-too-early': { da: 'afsluttet for tidligt', en: 'ended too early' },
    },
  },
});

const activities = unitDefinition({
  decider: partnershipActivity,
  path: 'activities',
  roles,
  begin: {
    act: 'plan',
    request: PlanPartnershipActivity,
    summary: 'Plan an activity of a partnership',
    looksAt: { partnership: safetyPartnership },
  },
  acts: {
    hold: { request: Dated, summary: 'Say that it was held: the day on which it counts' },
    cancel: { request: Cancel, summary: 'Say that it is not held' },
    correct: { request: CorrectPartnershipActivity, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, district, beganOn, plannedOn, kind, area, partnership }: Activity) => ({
    ...{ status, district, beganOn, subject: null, assignedTo: null },
    ...{ open: status === 'planned', dueOn: plannedOn, codes: { kind, area, partnership } },
  }),
  lists: {
    'this-month': {
      statuses: ['planned'],
      dueWithin: { to: 31 },
      summary: 'What is to be held within a month, or was and nobody has said so?',
    },
  },
  words: {
    unit: { da: 'Aktiviteten', en: 'The activity' },
    events: {
      'safety-partnership.activity-planned.v1': {
        da: '{kind} i {area} blev planlagt til den {plannedOn}.',
        en: '{kind} in {area} was planned for {plannedOn}.',
      },
      'safety-partnership.activity-held.v1': {
        da: 'Aktiviteten blev holdt.',
        en: 'The activity was held.',
      },
    },
    codes: {
      'safety-walk': { da: 'En tryghedsvandring', en: 'A safety walk' },
      'residents-meeting': { da: 'Et beboermøde', en: 'A residents’ meeting' },
      'youth-event': { da: 'En aktivitet for unge', en: 'A youth event' },
      'clean-up': { da: 'En oprydning', en: 'A clean-up' },
    },
  },
});

/** Organisations together for the safety of an area, and what they do (tryghedspartnerskaber). */
export const safetyPartnershipProgramme = unitProgramme({
  name: 'safety-partnership',
  persons: false,
  access: 'open',
  policies: policiesBeside(import.meta.url, 'safety-partnership'),
  title: { da: 'Tryghedspartnerskaber', en: 'Safety partnerships' },
  listsVersion: 1,
  units: [partnerships, activities],
  facts: safetyPartnershipFacts,
  measures: safetyPartnershipMeasures,
});
