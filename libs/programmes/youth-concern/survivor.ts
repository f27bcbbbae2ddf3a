import type { Decisions } from '@sikkerby/decisions';
import type { CaseState } from './case-state.js';
import type { MergeInto } from './merging.js';
import { youthConcern } from './youth-concern.js';

/** What the rules of a merge ask about the case that stays, as it is now. */
export async function survivorSeenFrom(
  duplicate: string,
  survivor: string,
  decisions: Decisions,
): Promise<MergeInto['survivorIs']> {
  const { state } = await decisions.state<CaseState>(youthConcern, survivor);
  const subject = youthConcern.subjectOf(state);
  return new SurvivorIs(state.status, subject, survivor === duplicate);
}

class SurvivorIs {
  constructor(
    readonly status: CaseState['status'],
    readonly subject: string | undefined,
    readonly itself: boolean,
  ) {}

  /** No part of what the caller asked for: a retry is the same intent, whatever became of the survivor. */
  toJSON(): undefined {
    return undefined;
  }
}
