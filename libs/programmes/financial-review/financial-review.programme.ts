import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import {
  unitProgramme,
  unitDefinition,
  AssignTo,
  MergeInto,
  TakeBack,
} from '@sikkerby/case-kit/edge';
import { financialReviewFacts, financialReviewMeasures } from './financial-review.facts.js';
import {
  CancelReview,
  CompleteReview,
  CorrectReview,
  NominateReview,
} from './financial-review.requests.js';
import { financialReview, type Review } from './financial-review.js';

const reviews = unitDefinition({
  decider: financialReview,
  path: 'reviews',
  roles: { work: ['benefit-control-officer'], read: [] },
  begin: { act: 'nominate', request: NominateReview, summary: 'Nominate somebody for a review' },
  acts: {
    start: { request: Dated, summary: 'Start the review' },
    complete: {
      request: CompleteReview,
      summary: 'Complete the review: the day on which it counts',
    },
    cancel: { request: CancelReview, summary: 'Give the review up' },
    assign: { request: AssignTo, summary: 'Say who works on it' },
    correct: { request: CorrectReview, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
    'merge-into': { request: MergeInto, summary: 'Merge a duplicate into the one that stays' },
    unmerge: { request: Dated, summary: 'Take back a merge' },
  },
  row: ({ status, district, subject, assignedTo, beganOn, nominatedBy }: Review) => ({
    ...{ status, district, subject, beganOn, dueOn: null, codes: { nominatedBy } },
    assignedTo: assignedTo ?? null,
    open: status === 'nominated' || status === 'started',
  }),
  lists: {
    'to-start': { statuses: ['nominated'], summary: 'Who was nominated and waits for a review?' },
    'under-way': { statuses: ['started'], summary: 'Which reviews are under way?' },
  },
  words: {
    unit: { da: 'Gennemgangen', en: 'The review' },
    events: {
      'financial-review.review-nominated.v1': {
        da: 'En gennemgang blev indstillet af {nominatedBy}.',
        en: 'A review was nominated by {nominatedBy}.',
      },
      'financial-review.review-started.v1': {
        da: 'Gennemgangen begyndte.',
        en: 'The review was started.',
      },
      'financial-review.review-completed.v1': {
        da: 'Gennemgangen blev afsluttet: {outcome}.',
        en: 'The review was completed: {outcome}.',
      },
      'financial-review.review-cancelled.v1': {
        da: 'Gennemgangen blev opgivet: {reason}.',
        en: 'The review was cancelled: {reason}.',
      },
    },
    codes: {
      police: { da: 'politiet', en: 'the police' },
      'tax-authority': { da: 'skattemyndigheden', en: 'the tax authority' },
      'benefit-control': { da: 'kontrolgruppen', en: 'benefit control' },
      municipality: { da: 'kommunen', en: 'the municipality' },
      'no-finding': { da: 'intet fundet', en: 'no finding' },
      'benefit-stopped': { da: 'ydelsen blev standset', en: 'the benefit was stopped' },
      repayment: { da: 'tilbagebetaling', en: 'repayment' },
      reported: { da: 'politianmeldt', en: 'reported to the police' },
      'tax-case': { da: 'skattesag', en: 'a tax case' },
      'no-basis': { da: 'intet grundlag', en: 'no basis' },
      moved: { da: 'fraflyttet', en: 'moved' },
      deceased: { da: 'afgået ved døden', en: 'deceased' },
      'taken-over': { da: 'overtaget af andre', en: 'taken over by others' },
      nominatedBy: { da: 'indstilleren', en: 'the nominator' },
      outcome: { da: 'udfaldet', en: 'the outcome' },
      completedOn: { da: 'dagen for afslutningen', en: 'the day of completion' },
    },
  },
});

/** The Al Capone cooperation: control of the finances of persons around gangs. */
export const financialReviewProgramme = unitProgramme({
  name: 'financial-review',
  persons: true,
  aboutPersons: { control: true },
  access: 'closed',
  policies: policiesBeside(import.meta.url, 'financial-review'),
  title: { da: 'Al Capone-samarbejdet', en: 'Financial reviews' },
  listsVersion: 1,
  units: [reviews],
  facts: financialReviewFacts,
  measures: financialReviewMeasures,
});
