import type { Identity, Policies } from '@sikkerby/access';
import type { Decisions } from '@sikkerby/decisions';
import { stateFor } from '../readable.js';
import type { CaseState } from './case-state.js';
import type { MergeInto } from './merging.js';
import { youthConcern } from './youth-concern.js';

/** What the rules of a merge ask about the case that stays, as it is now and as they may see it. */
export async function survivorSeenFrom(
  duplicate: string,
  survivor: string,
  identity: Identity,
  by: { readonly decisions: Decisions; readonly policies: Policies },
): Promise<MergeInto['survivorIs']> {
  const state = await stateFor<CaseState>(by, youthConcern, survivor, identity);
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
