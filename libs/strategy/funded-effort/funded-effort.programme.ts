import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import { TakeBack, unitContext, unitDefinition } from '@sikkerby/case-kit/edge';
import { principles } from '../principles.js';
import { readers, secretariat } from '../roles.js';
import { fundedEffort as effort, nextDueOn, type Effort } from './effort.js';
import { FundedEffortController } from './funded-effort.controller.js';
import { effectNames, fundedEffortFacts, fundedEffortMeasures } from './funded-effort.facts.js';
import {
  ChangePrinciples,
  EndEffort,
  FinanceEffort,
  FollowUpEffort,
  ReviseFollowUp,
  WithdrawEndOfEffort,
} from './funded-effort.requests.js';

const titles = Object.fromEntries(
  Object.entries(principles).map(([code, { title }]) => [code, title]),
);

const efforts = unitDefinition({
  decider: effort,
  path: 'efforts',
  roles: { work: secretariat, read: readers },
  begin: {
    act: 'finance',
    request: FinanceEffort,
    summary: 'Finance an effort under the strategy',
    description:
      'Fewer than three of the first five principles is a warning, in the lists and in the effort ' +
      'itself. Each year for which it is financed is to be followed up by its last day.',
  },
  acts: {
    'change-principles': {
      request: ChangePrinciples,
      summary: 'Say anew which principles the effort supports',
    },
    'follow-up': { request: FollowUpEffort, summary: 'Say what the effect of a year was' },
    'revise-follow-up': { request: ReviseFollowUp, summary: 'Put another result in its place' },
    end: { request: EndEffort, summary: 'End it: the last day for which it is financed' },
    'withdraw-end': { request: WithdrawEndOfEffort, summary: 'It does not end after all' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: (unit: Effort) => ({
    ...{ status: unit.status, beganOn: unit.beganOn, dueOn: nextDueOn(unit) ?? null },
    ...{ open: unit.status === 'financed' || nextDueOn(unit) !== undefined },
    ...{ district: null, subject: null, assignedTo: null },
    codes: {
      ...{ effort: unit.effort, organisation: unit.organisation, principle: unit.principles },
      ...(unit.warnings.length > 0 ? { warning: unit.warnings } : {}),
    },
  }),
  lists: {
    overdue: {
      statuses: [],
      dueWithin: { to: -1 },
      summary: 'Which efforts should have been followed up?',
    },
  },
  words: {
    unit: { da: 'Indsatsen', en: 'The effort' },
    events: {
      'funded-effort.effort-financed.v1': {
        da: 'Indsatsen {effort} hos {organisation} blev finansieret; den understøtter: {principles}.',
        en: 'The effort {effort} of {organisation} was financed; it supports: {principles}.',
      },
      'funded-effort.effort-principles-changed.v1': {
        da: 'Indsatsen understøtter nu: {principles}.',
        en: 'The effort now supports: {principles}.',
      },
      'funded-effort.effort-followed-up.v1': {
        da: 'Effekten i {year} blev fulgt op ved {method}: {effect}.',
        en: 'The effect in {year} was followed up by {method}: {effect}.',
      },
      'funded-effort.effort-follow-up-revised.v1': {
        da: 'Opfølgningen på {year} blev ændret til {effect} ved {method} ({reason}).',
        en: 'The follow-up of {year} was changed to {effect} by {method} ({reason}).',
      },
      'funded-effort.effort-end-withdrawn.v1': {
        da: 'Indsatsen fortsætter: afslutningen blev taget tilbage ({reason}).',
        en: 'The effort goes on: its end was withdrawn ({reason}).',
      },
    },
    codes: {
      ...titles,
      ...effectNames,
      'comparison-group': { da: 'sammenligningsgruppe', en: 'a comparison group' },
      'before-and-after': { da: 'måling før og efter', en: 'measuring before and after' },
      registers: { da: 'registerdata', en: 'registers' },
      survey: { da: 'spørgeskema', en: 'a survey' },
      'professional-judgement': { da: 'faglig vurdering', en: 'professional judgement' },
      'grant-ran-out': { da: 'bevillingen udløb', en: 'the grant ran out' },
      'no-effect': { da: 'ingen effekt', en: 'no effect' },
      'became-permanent': { da: 'blev en fast opgave', en: 'it became permanent' },
    },
  },
});

/** What the strategy finances, and the effect that is to be followed up each year. */
export const fundedEffort = unitContext({
  name: 'funded-effort',
  persons: false,
  access: 'open',
  title: { da: 'Finansierede indsatser', en: 'Funded efforts' },
  policies: policiesBeside(import.meta.url, 'funded-effort'),
  listsVersion: 1,
  units: [efforts],
  controllers: [FundedEffortController],
  projections: [fundedEffortFacts],
  measures: fundedEffortMeasures,
});
