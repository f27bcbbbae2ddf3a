import { act, refuseUnless, type DomainEvent } from '@sikkerby/kernel';
import {
  happened,
  notBeforeTheOpening,
  notInTheFuture,
  caseSteps,
  type Asked,
} from './case-act.js';
import { liveCase, type CaseState, type LiveCase, type MergedCase } from './case-state.js';

/** A duplicate goes into the survivor; an episode that is open ends on the day of the event. */
export type CaseMerged = DomainEvent<'youth-concern.case-merged.v1', { readonly survivor: string }>;
/** The merge was wrong: everything is as it was before it. */
export type CaseUnmerged = DomainEvent<'youth-concern.case-unmerged.v1'>;
export type MergingEvent = CaseMerged | CaseUnmerged;

export interface MergeInto {
  readonly survivor: string;
  /** What the survivor is now, seen from the case that goes into it. */
  readonly survivorIs: {
    readonly status: CaseState['status'];
    readonly subject: string | undefined;
    readonly itself: boolean;
  };
}

export const mergingActs = {
  'merge-into': {
    ...act(mergedOrLive, (state, command: Asked<MergeInto>) => {
      const { survivor, survivorIs } = command.data;
      if (state.status === 'merged') {
        refuseUnless(state.survivor === survivor, 'a-merged-case-is-unmerged-first');
        return [];
      }
      notInTheFuture(command.occurredOn, command);
      notBeforeTheOpening(command.occurredOn, state);
      refuseUnless(!survivorIs.itself, 'a-case-is-not-merged-into-itself');
      refuseUnless(
        survivorIs.status === 'open' || survivorIs.status === 'closed',
        'the-survivor-of-a-merge-is-neither-void-nor-merged',
      );
      refuseUnless(survivorIs.subject === state.subject, 'duplicates-are-about-the-same-person');
      return [happened('youth-concern.case-merged.v1', command, { survivor })];
    }),
    already: (state: CaseState) => state.status === 'merged',
  },

  unmerge: {
    ...act(mergedOrLive, (state, command: Asked<object>) => {
      if (state.status !== 'merged') return [];
      notInTheFuture(command.occurredOn, command);
      return [happened('youth-concern.case-unmerged.v1', command, {})];
    }),
    already: (state: CaseState) => state.status === 'open' || state.status === 'closed',
  },
};

export const mergingSteps = {
  ...caseSteps<CaseMerged>({
    'youth-concern.case-merged.v1': (before, { data: { survivor } }) => ({
      status: 'merged',
      survivor,
      before,
    }),
  }),
  ...caseSteps<CaseUnmerged, MergedCase>({
    'youth-concern.case-unmerged.v1': ({ before }) => before,
  }),
};

function mergedOrLive(state: CaseState): MergedCase | LiveCase {
  return state.status === 'merged' ? state : liveCase(state);
}
