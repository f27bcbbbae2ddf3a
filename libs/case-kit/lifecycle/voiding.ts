import { act } from '@sikkerby/kernel';
import type { VoidReason } from '../shared-codes.js';
import {
  happened,
  isVoid,
  live,
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

/** Registered in error, and taken back: the reason is in the envelope, the state as it was before. */
export function voiding<Live extends AnyUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
) {
  type State = UnitState<Live>;
  type Voided = Done<P, N, 'voided'>;
  type Reinstated = Done<P, N, 'reinstated'>;
  const voidOrLive = (state: State) => (isVoid(state) ? state : live(kind, state));
  return {
    acts: {
      void: {
        ...act(voidOrLive, (state, command: Asked<{ reason: VoidReason }>): readonly Voided[] => {
          if (isVoid(state)) return [];
          notInTheFuture(command.occurredOn, command);
          notBeforeItBegan(kind, state, command.occurredOn);
          const voided = happened(typeOf(kind, 'voided'), command, {});
          return [{ ...voided, reason: command.data.reason }];
        }),
        already: (state: State) => isVoid(state),
      },
      reinstate: {
        ...act(voidOrLive, (state, command: Asked<object>): readonly Reinstated[] => {
          if (!isVoid(state)) return [];
          notInTheFuture(command.occurredOn, command);
          return [happened(typeOf(kind, 'reinstated'), command, {})];
        }),
        already: (state: State) => !isVoid(state),
      },
    },
    steps: {
      ...stepFor(kind, 'voided', (before) => ({ status: 'void', before: before as Live })),
      ...stepFor(kind, 'reinstated', (state) => (isVoid(state) ? state.before : state)),
    },
  };
}
