import { act, refuseUnless } from '@sikkerby/kernel';
import {
  happened,
  isMerged,
  live,
  named,
  notBeforeItBegan,
  notInTheFuture,
  stepFor,
  typeOf,
  type AnyUnit,
  type Asked,
  type Done,
  type Kind,
  type UnitState,
} from '../unit.js';

/** What the rules of a merge ask about the unit that stays. */
export interface SurvivorIs {
  readonly status: string;
  readonly subject: string | undefined;
  readonly itself: boolean;
}

/** The same thing registered twice: the duplicate goes into the one that stays, and can come out. */
export function merging<Live extends AnyUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
) {
  type State = UnitState<Live>;
  type Merge = Asked<{ readonly survivor: string; readonly survivorIs: SurvivorIs }>;
  type Merged = Done<P, N, 'merged', { readonly survivor: string }>;
  type Unmerged = Done<P, N, 'unmerged'>;
  const mergedOrLive = (state: State) => (isMerged(state) ? state : live(kind, state));
  return {
    acts: {
      'merge-into': {
        ...act(mergedOrLive, (state, command: Merge): readonly Merged[] => {
          const { survivor, survivorIs } = command.data;
          if (isMerged(state)) {
            refuseUnless(state.survivor === survivor, `a-merged-${kind.noun}-is-unmerged-first`);
            return [];
          }
          notInTheFuture(command.occurredOn, command);
          notBeforeItBegan(kind, state, command.occurredOn);
          refuseUnless(!survivorIs.itself, `${named(kind)}-is-not-merged-into-itself`);
          refuseUnless(
            !['nothing-yet', 'void', 'merged'].includes(survivorIs.status),
            'the-survivor-of-a-merge-is-neither-void-nor-merged',
          );
          const isOfOne = survivorIs.subject === state.subject;
          refuseUnless(isOfOne, 'duplicates-are-about-the-same-person');
          return [happened(typeOf(kind, 'merged'), command, { survivor })];
        }),
        already: (state: State) => isMerged(state),
      },
      unmerge: {
        ...act(mergedOrLive, (state, command: Asked<object>): readonly Unmerged[] => {
          if (!isMerged(state)) return [];
          notInTheFuture(command.occurredOn, command);
          return [happened(typeOf(kind, 'unmerged'), command, {})];
        }),
        already: (state: State) => !isMerged(state),
      },
    },
    steps: {
      ...stepFor(kind, 'merged', (before, { occurredOn, data: { survivor } }: Merged) => ({
        status: 'merged',
        survivor,
        mergedOn: occurredOn,
        before: before as Live,
      })),
      ...stepFor(kind, 'unmerged', (state) => (isMerged(state) ? state.before : state)),
    },
  };
}
