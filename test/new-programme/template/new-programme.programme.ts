import { policiesBeside } from '@sikkerby/access';
import { TakeBack, unitDefinition, unitProgramme } from '@sikkerby/case-kit/edge';
import { Dated } from '@sikkerby/http';
import { newProgrammeFacts, newProgrammeMeasures } from './new-programme.facts.js';
import {
  CompleteNewProgramme,
  CorrectNewProgramme,
  PlanNewProgramme,
} from './new-programme.requests.js';
import { activity, type Activity } from './new-programme.js';

const activities = unitDefinition({
  decider: activity,
  path: 'activities',
  roles: { work: ['safety-lift-manager'], read: ['partnership-coordinator'] },
  begin: { act: 'plan', request: PlanNewProgramme, summary: 'Plan an activity in a district' },
  acts: {
    complete: { request: CompleteNewProgramme, summary: 'Say that it was done, and for how many' },
    correct: { request: CorrectNewProgramme, summary: 'Correct what was recorded of the activity' },
    void: { request: TakeBack, summary: 'Take the activity out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, district, beganOn, time }: Activity) => ({
    status,
    district,
    beganOn,
    open: status === 'planned',
    subject: null,
    assignedTo: null,
    dueOn: null,
    codes: { time },
  }),
  lists: {
    planned: {
      statuses: ['planned'],
      summary: 'Activities that were planned and not completed yet',
    },
  },
  words: {
    unit: { da: 'Aktiviteten', en: 'The activity' },
    events: {
      'new-programme.activity-planned.v1': {
        da: 'En aktivitet om {time} i {district} blev planlagt.',
        en: 'An activity in the {time} in {district} was planned.',
      },
      'new-programme.activity-completed.v1': {
        da: 'Aktiviteten blev gennemført med {participants} deltagere.',
        en: 'The activity was completed with {participants} participants.',
      },
    },
    codes: {
      day: { da: 'dagen', en: 'daytime' },
      evening: { da: 'aftenen', en: 'evening' },
      time: { da: 'tidspunktet', en: 'the time' },
      participants: { da: 'antallet af deltagere', en: 'the number of participants' },
      completedOn: { da: 'dagen for gennemførelsen', en: 'the day of completion' },
    },
  },
});

/** What the programme is for, and what it is called in the strategy. */
export const newProgrammeProgramme = unitProgramme({
  name: 'new-programme',
  persons: false,
  access: 'open',
  policies: policiesBeside(import.meta.url, 'new-programme'),
  title: { da: 'TODO: dansk titel', en: 'TODO: English title' },
  listsVersion: 1,
  units: [activities],
  facts: newProgrammeFacts,
  measures: newProgrammeMeasures,
});
