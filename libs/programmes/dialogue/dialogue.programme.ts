import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import type { Words } from '@sikkerby/statistics';
import {
  unitDefinition,
  type ListRow,
  type UnitDefinition,
  unitProgramme,
  Cancel,
  TakeBack,
} from '@sikkerby/case-kit/edge';
import { dialogueCourse, type Course } from './dialogue-course.js';
import { dialogueFacts, dialogueMeasures } from './dialogue.facts.js';
import {
  CorrectCourse,
  CorrectDialogueActivity,
  CorrectTraining,
  HoldMeeting,
  PlanCourse,
  PlanDialogueActivity,
  PlanTraining,
} from './dialogue.requests.js';
import { dialogueActivity, dialogueTraining, type Meeting } from './dialogue.js';

const roles: UnitDefinition['roles'] = {
  work: ['dialogue-coordinator'],
  read: ['partnership-coordinator'],
};

const repairs = {
  void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
  reinstate: { request: Dated, summary: 'Take back a void' },
};

/** Activities and trainings: what is planned, and how many came. */
const meetingActs = {
  hold: { request: HoldMeeting, summary: 'Say that it was held, and how many came' },
  cancel: { request: Cancel, summary: 'Say that it is not held' },
};

function meetingRow({ status, district, beganOn, plannedOn, kind }: Meeting): ListRow {
  return {
    status,
    district,
    beganOn,
    subject: null,
    assignedTo: null,
    open: status === 'planned',
    dueOn: plannedOn,
    codes: { kind },
  };
}

function meetingLists(path: string) {
  return {
    'this-month': {
      statuses: ['planned'] as const,
      dueWithin: { to: 31 },
      summary: `Which ${path} are to be held within a month, or were and nobody has said so?`,
    },
  };
}

function plannedInWords({ da, en }: Words): Words {
  return {
    da: `${da} blev planlagt til den {plannedOn}: {kind}, {district}.`,
    en: `${en} was planned for {plannedOn}: {kind}, {district}.`,
  };
}

function heldInWords({ da, en }: Words): Words {
  return {
    da: `${da} blev holdt; {participants} kom ({precision}).`,
    en: `${en} was held; {participants} came ({precision}).`,
  };
}

const meetingCodes = {
  counted: { da: 'optalt', en: 'counted' },
  estimated: { da: 'anslået', en: 'estimated' },
  participants: { da: 'antallet', en: 'the number' },
  precision: { da: 'opgørelsen', en: 'how the number is known' },
};

const activity = { da: 'Dialogaktiviteten', en: 'The dialogue activity' };

const activities = unitDefinition({
  decider: dialogueActivity,
  path: 'activities',
  roles,
  begin: { act: 'plan', request: PlanDialogueActivity, summary: 'Plan one of the activities' },
  acts: {
    ...meetingActs,
    correct: { request: CorrectDialogueActivity, summary: 'Correct what was recorded' },
    ...repairs,
  },
  row: meetingRow,
  lists: meetingLists('activities'),
  words: {
    unit: activity,
    events: {
      'dialogue.activity-planned.v1': plannedInWords(activity),
      'dialogue.activity-held.v1': heldInWords(activity),
    },
    codes: {
      debate: { da: 'debat', en: 'a debate' },
      workshop: { da: 'workshop', en: 'a workshop' },
      'parents-evening': { da: 'forældreaften', en: 'a parents’ evening' },
      performance: { da: 'forestilling', en: 'a performance' },
      ...meetingCodes,
    },
  },
});

const training = { da: 'Kurset for fagpersoner', en: 'The training' };

const trainings = unitDefinition({
  decider: dialogueTraining,
  path: 'trainings',
  roles,
  begin: { act: 'plan', request: PlanTraining, summary: 'Plan one of the trainings' },
  acts: {
    ...meetingActs,
    correct: { request: CorrectTraining, summary: 'Correct what was recorded' },
    ...repairs,
  },
  row: meetingRow,
  lists: meetingLists('trainings'),
  words: {
    unit: training,
    events: {
      'dialogue.training-planned.v1': plannedInWords(training),
      'dialogue.training-held.v1': heldInWords(training),
    },
    codes: {
      teachers: { da: 'lærere', en: 'teachers' },
      'social-workers': { da: 'socialrådgivere', en: 'social workers' },
      'club-staff': { da: 'klubmedarbejdere', en: 'club staff' },
      'health-staff': { da: 'sundhedspersonale', en: 'health staff' },
      ...meetingCodes,
    },
  },
});

const courses = unitDefinition({
  decider: dialogueCourse,
  path: 'courses',
  roles,
  begin: {
    act: 'plan',
    request: PlanCourse,
    summary: 'Plan a course on citizenship for a class',
    description: 'Its pupils count once, in the year of the first session.',
  },
  acts: {
    'hold-session': { request: Dated, summary: 'Say that a session was held' },
    complete: { request: Dated, summary: 'Say that there are no more sessions' },
    cancel: { request: Cancel, summary: 'Say that it is not held' },
    correct: { request: CorrectCourse, summary: 'Correct what was recorded' },
    ...repairs,
  },
  row: ({ status, district, beganOn, school, grade }: Course) => ({
    ...{ status, district, beganOn, subject: null, assignedTo: null, dueOn: null },
    ...{ open: ['planned', 'running'].includes(status), codes: { school, grade: String(grade) } },
  }),
  lists: {
    'to-complete': {
      statuses: ['running'],
      summary: 'Which courses have had a session and are not completed?',
    },
  },
  words: {
    unit: { da: 'Forløbet', en: 'The course' },
    events: {
      'dialogue.course-planned.v1': {
        da: 'Et forløb for {grade}. klasse på {school} med {pupils} elever blev planlagt.',
        en: 'A course for grade {grade} of {school}, with {pupils} pupils, was planned.',
      },
      'dialogue.course-session-held.v1': {
        da: 'Klassen havde en undervisningsgang.',
        en: 'The class had a session.',
      },
      'dialogue.course-completed.v1': {
        da: 'Forløbet er slut.',
        en: 'The course was completed.',
      },
    },
    codes: {
      school: { da: 'skolen', en: 'the school' },
      grade: { da: 'klassetrinnet', en: 'the grade' },
      pupils: { da: 'antallet af elever', en: 'the number of pupils' },
      sessions: { da: 'dagene', en: 'the days of its sessions' },
    },
  },
});

/** Dialogue about extremism, courses on citizenship, and training of professionals: numbers only. */
export const dialogueProgramme = unitProgramme({
  name: 'dialogue',
  persons: false,
  access: 'open',
  policies: policiesBeside(import.meta.url, 'dialogue'),
  title: { da: 'Dialog og medborgerskab', en: 'Dialogue and citizenship' },
  listsVersion: 1,
  units: [activities, courses, trainings],
  facts: dialogueFacts,
  measures: dialogueMeasures,
});
