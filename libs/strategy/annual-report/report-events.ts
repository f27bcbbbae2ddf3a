import type { DomainEvent } from '@sikkerby/kernel';
import type { Principle } from '../principles.js';
import type { Assessor, FrozenFigures, PinnedGoals, ReportText } from './report-state.js';

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `annual-report.report-${Done}.v1`,
  Data
>;
export type ReportOpened = Of<'opened', { readonly year: number }>;
export type FiguresFrozen = Of<'figures-frozen', FrozenFigures>;
/** The newest of each assessor is the report's. */
export type AssessmentAttached = Of<
  'assessment-attached',
  { readonly from: Assessor; readonly text: ReportText }
>;
export type GoalsAssessed = Of<'goals-assessed', PinnedGoals>;
export type PrincipleDescribed = Of<
  'principle-described',
  { readonly principle: Principle; readonly text: ReportText }
>;
export type SentToSteeringGroup = Of<'sent-to-steering-group'>;
/** It is prepared further, with the reason in the envelope, and takes the same steps again. */
export type ReturnedToPreparation = Of<'returned-to-preparation'>;
export type PassedSteeringGroup = Of<'passed-steering-group'>;
export type ReportApproved = Of<'approved', { readonly approvedBy: string }>;
export type ReportPublished = Of<'published', { readonly version: number }>;
/** The next version begins empty, with the reason in the envelope: it takes the same steps. */
export type RevisionBegun = Of<'revision-begun', { readonly version: number }>;
