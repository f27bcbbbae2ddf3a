import type { DomainEvent } from '@sikkerby/kernel';
import { merging, voiding } from '@sikkerby/case-kit';
import { theCase } from '../case/case-state.js';

/** Registered in error: the case counts nowhere, in any year. The reason is in the envelope. */
export type CaseVoided = DomainEvent<'youth-concern.case-voided.v1'>;
/** The void was wrong: everything is as it was before it. */
export type CaseReinstated = DomainEvent<'youth-concern.case-reinstated.v1'>;
/** A duplicate goes into the survivor; an episode that is open ends on the day of the event. */
export type CaseMerged = DomainEvent<'youth-concern.case-merged.v1', { readonly survivor: string }>;
/** The merge was wrong: everything is as it was before it. */
export type CaseUnmerged = DomainEvent<'youth-concern.case-unmerged.v1'>;
export type RepairEvent = CaseVoided | CaseReinstated | CaseMerged | CaseUnmerged;

const [voids, merges] = [voiding(theCase), merging(theCase)];

export const repairActs = { ...voids.acts, ...merges.acts };
export const repairSteps = { ...voids.steps, ...merges.steps };
