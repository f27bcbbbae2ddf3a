import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import {
  unitProgramme,
  unitDefinition,
  AssignTo,
  MergeInto,
  TakeBack,
} from '@sikkerby/case-kit/edge';
import { type Dictionary } from '@sikkerby/case-kit';
import { feeGrant, type FeeGrant } from './fee-grant.js';
import { leisureGuideFacts, leisureGuideMeasures } from './leisure-guide.facts.js';
import {
  ApplyForGrant,
  BeginCourse,
  CorrectCourse,
  CorrectGrant,
  EndCourse,
  GiveGrant,
  IntroduceClub,
  RefuseGrant,
  ReopenCourse,
} from './leisure-guide.requests.js';
import { leisureGuide, type Course } from './leisure-guide.js';

const programme = 'leisure-guide';
const roles = { work: ['leisure-consultant'], read: [] } as const;
const repairs = {
  assign: { request: AssignTo, summary: 'Say who works on it' },
  void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
  reinstate: { request: Dated, summary: 'Take back a void' },
  'merge-into': { request: MergeInto, summary: 'Merge a duplicate into the one that stays' },
  unmerge: { request: Dated, summary: 'Take back a merge' },
};
const codes: Dictionary['codes'] = {
  football: { da: 'fodbold', en: 'football' },
  swimming: { da: 'svømning', en: 'swimming' },
  'martial-arts': { da: 'kampsport', en: 'martial arts' },
  dance: { da: 'dans', en: 'dance' },
  music: { da: 'musik', en: 'music' },
  scouts: { da: 'spejder', en: 'scouts' },
  joined: { da: 'blev medlem', en: 'joined' },
  'did-not-join': { da: 'blev ikke medlem', en: 'did not join' },
  withdrew: { da: 'trak sig', en: 'withdrew' },
  moved: { da: 'fraflyttet', en: 'moved' },
  'new-wish': { da: 'nyt ønske', en: 'a new wish' },
  'ended-too-early': { da: 'afsluttet for tidligt', en: 'ended too early' },
  'not-in-need': { da: 'intet behov', en: 'not in need' },
  'no-funds': { da: 'ingen midler', en: 'no funds' },
  'paid-by-others': { da: 'betales af andre', en: 'paid by others' },
  club: { da: 'foreningen', en: 'the club' },
  activity: { da: 'aktiviteten', en: 'the activity' },
  kroner: { da: 'beløbet', en: 'the amount' },
  introducedOn: { da: 'dagen i den sidste forening', en: 'the day in the last club' },
  grantedOn: { da: 'dagen for tilskuddet', en: 'the day of the grant' },
};

const courses = unitDefinition({
  decider: leisureGuide,
  path: 'courses',
  roles,
  begin: { act: 'begin-course', request: BeginCourse, summary: 'Begin a course with a child' },
  acts: {
    introduce: { request: IntroduceClub, summary: 'Introduce the child to a club: it counts' },
    end: { request: EndCourse, summary: 'End the course: its last day' },
    reopen: { request: ReopenCourse, summary: 'Go on with a course that ended' },
    correct: { request: CorrectCourse, summary: 'Correct what was recorded' },
    ...repairs,
  },
  row: ({ status, district, subject, assignedTo, beganOn, introductions }: Course) => ({
    ...{ status, district, subject, beganOn, dueOn: null, open: status === 'under-way' },
    assignedTo: assignedTo ?? null,
    codes: { club: introductions.map(({ club }) => club) },
  }),
  lists: { 'under-way': { statuses: ['under-way'], summary: 'Which courses are under way?' } },
  words: {
    unit: { da: 'Forløbet', en: 'The course' },
    events: {
      'leisure-guide.course-begun.v1': {
        da: 'Et forløb med en FritidsGuide begyndte i {district}.',
        en: 'A course with a leisure guide began in {district}.',
      },
      'leisure-guide.course-club-introduced.v1': {
        da: 'Barnet blev introduceret til {club} ({activity}).',
        en: 'The child was introduced to {club} ({activity}).',
      },
      'leisure-guide.course-ended.v1': {
        da: 'Forløbet blev afsluttet: {reason}.',
        en: 'The course ended: {reason}.',
      },
    },
    codes,
  },
});

const grants = unitDefinition({
  decider: feeGrant,
  path: 'fee-grants',
  roles,
  begin: { act: 'apply', request: ApplyForGrant, summary: 'Apply for a child’s fee in a club' },
  acts: {
    give: { request: GiveGrant, summary: 'Give the grant: the day on which the child counts' },
    refuse: { request: RefuseGrant, summary: 'Refuse the grant' },
    correct: { request: CorrectGrant, summary: 'Correct what was recorded' },
    ...repairs,
  },
  row: ({ status, district, subject, assignedTo, beganOn, club, activity }: FeeGrant) => ({
    ...{ status, district, subject, beganOn, dueOn: null, open: status === 'applied' },
    ...{ assignedTo: assignedTo ?? null, codes: { club, activity } },
  }),
  lists: { 'to-decide': { statuses: ['applied'], summary: 'Which applications wait?' } },
  words: {
    unit: { da: 'Tilskuddet', en: 'The grant' },
    events: {
      'leisure-guide.grant-applied-for.v1': {
        da: 'Der blev søgt om kontingent til {club} ({activity}).',
        en: 'A fee in {club} ({activity}) was applied for.',
      },
      'leisure-guide.grant-given.v1': {
        da: 'Tilskuddet blev givet: {kroner} kroner.',
        en: 'The grant was given: {kroner} kroner.',
      },
      'leisure-guide.grant-refused.v1': {
        da: 'Der blev givet afslag: {reason}.',
        en: 'The grant was refused: {reason}.',
      },
    },
    codes,
  },
});

/** Vulnerable children and the clubs of the city: guides and fees (FritidsGuider, kontingentstøtte). */
export const leisureGuideProgramme = unitProgramme({
  name: programme,
  persons: true,
  access: 'ordinary',
  policies: policiesBeside(import.meta.url, programme),
  title: { da: 'FritidsGuider og kontingentstøtte', en: 'Leisure guides and fee grants' },
  listsVersion: 1,
  units: [courses, grants],
  facts: leisureGuideFacts,
  measures: leisureGuideMeasures,
});
