import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import {
  AssignTo,
  MergeInto,
  TakeBack,
  unitDefinition,
  unitProgramme,
} from '@sikkerby/case-kit/edge';
import { activationFacts, activationMeasures } from './activation.facts.js';
import {
  BeginActivation,
  ChangeHours,
  CorrectCourse,
  EndActivation,
  RecordAttendance,
  ReopenActivation,
} from './activation.requests.js';
import { activation, attendanceDueOn, type Course } from './activation.js';

const courses = unitDefinition({
  decider: activation,
  path: 'courses',
  roles: { work: ['centre-worker'], read: [] },
  begin: { act: 'begin', request: BeginActivation, summary: 'Begin a course: its first day' },
  acts: {
    'change-hours': { request: ChangeHours, summary: 'Offer other hours a week from now on' },
    'record-attendance': {
      request: RecordAttendance,
      summary: 'Record how many hours they attended in a week',
    },
    end: { request: EndActivation, summary: 'End the course: its last day' },
    reopen: { request: ReopenActivation, summary: 'Go on with a course that was over' },
    assign: { request: AssignTo, summary: 'Say who works on it' },
    correct: { request: CorrectCourse, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
    'merge-into': { request: MergeInto, summary: 'Merge a duplicate into the one that stays' },
    unmerge: { request: Dated, summary: 'Take back a merge' },
  },
  row: (unit: Course) => ({
    ...{ status: unit.status, district: unit.district, subject: unit.subject },
    ...{ assignedTo: unit.assignedTo ?? null, beganOn: unit.beganOn },
    ...{ dueOn: attendanceDueOn(unit), open: unit.status === 'under-way' },
    codes: { course: unit.kind, weeklyHours: String(unit.weeklyHours) },
  }),
  lists: {
    'attendance-to-record': {
      statuses: ['under-way'],
      dueWithin: { to: 0 },
      summary: 'For whom is last week’s attendance not recorded yet?',
    },
  },
  words: {
    unit: { da: 'Forløbet', en: 'The course' },
    events: {
      'activation.course-begun.v1': {
        da: 'Et forløb begyndte i {district}: {kind}, {weeklyHours} timer om ugen.',
        en: 'A course began in {district}: {kind}, {weeklyHours} hours a week.',
      },
      'activation.course-hours-changed.v1': {
        da: 'Tilbuddet blev ændret til {weeklyHours} timer om ugen.',
        en: 'The offer was changed to {weeklyHours} hours a week.',
      },
      'activation.course-attendance-recorded.v1': {
        da: 'Fremmøde i ugen fra den {week}: {hours} timer.',
        en: 'Attendance in the week of {week}: {hours} hours.',
      },
      'activation.course-ended.v1': {
        da: 'Forløbet sluttede: {reason}.',
        en: 'The course ended: {reason}.',
      },
    },
    codes: {
      'job-training': { da: 'virksomhedspraktik', en: 'job training' },
      education: { da: 'uddannelse', en: 'education' },
      guidance: { da: 'vejledning', en: 'guidance' },
      treatment: { da: 'behandling', en: 'treatment' },
      job: { da: 'arbejde', en: 'a job' },
      'benefit-ended': { da: 'ydelsen ophørte', en: 'the benefit ended' },
      moved: { da: 'fraflyttet', en: 'moved' },
      imprisoned: { da: 'fængslet', en: 'imprisoned' },
      'new-benefit': { da: 'ny ydelse', en: 'a new benefit' },
      released: { da: 'løsladt', en: 'released' },
      'ended-too-early': { da: 'sluttet for tidligt', en: 'ended too early' },
      kind: { da: 'arten', en: 'the kind' },
      weeklyHours: { da: 'timerne', en: 'the hours' },
    },
  },
});

/** Activation of persons around gangs: up to 37 hours a week from 2018. */
export const activationProgramme = unitProgramme({
  name: 'activation',
  persons: true,
  access: 'closed',
  policies: policiesBeside(import.meta.url, 'activation'),
  title: { da: 'Aktivering', en: 'Activation' },
  listsVersion: 1,
  units: [courses],
  facts: activationFacts,
  measures: activationMeasures,
});
