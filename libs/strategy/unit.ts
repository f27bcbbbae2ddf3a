import {
  act,
  happened,
  notInTheFuture,
  refuseUnless,
  Rejection,
  type Act,
  type Asked,
  type Day,
  type DomainEvent,
  type Home,
} from '@sikkerby/kernel';

export { happened, notInTheFuture, type Asked };

/** What every unit of the strategy has: how it stands, and the day on which it began. */
export interface LiveUnit {
  readonly status: string;
  readonly beganOn: Day;
}

export type UnitState<Live extends LiveUnit> =
  { readonly status: 'nothing-yet' } | Live | { readonly status: 'void'; readonly before: Live };

export const nothingYet = { status: 'nothing-yet' } as const;

/** A unit's event types begin with the programme and its noun. */
export interface Kind {
  readonly programme: string;
  readonly noun: string;
}

/** With its article, as rules are told: `an-effort`. */
const named = ({ noun }: Kind) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'}-${noun}`;

/** The unit, where it counts. */
export function liveOf<Live extends LiveUnit>(state: UnitState<Live>): Live | undefined {
  return state.status === 'nothing-yet' || state.status === 'void' ? undefined : (state as Live);
}

/** The unit, where it counts. @throws Rejection */
export function live<Live extends LiveUnit>(kind: Kind, state: UnitState<Live>): Live {
  const unit = liveOf(state);
  if (unit) return unit;
  throw new Rejection(
    state.status === 'void'
      ? `a-void-${kind.noun}-is-reinstated-first`
      : `${named(kind)}-is-recorded-first`,
  );
}

/** Of the whole city: who may follows from the role alone. */
export function homeOf(state: { readonly status: string }): Home | undefined {
  if (state.status === nothingYet.status) return undefined;
  return { district: undefined, assignedTo: undefined, alsoDistricts: [], referredTo: [] };
}

/** An act on a unit that is there: not in the future, nor before the unit began. */
export function acting<Live extends LiveUnit, Data>(
  kind: Kind,
  decide: (unit: Live, command: Asked<Data>) => readonly DomainEvent[],
): Act<UnitState<Live>, Data, DomainEvent> {
  return act(
    (state: UnitState<Live>) => live(kind, state),
    (unit, command: Asked<Data>) => {
      notInTheFuture(command.occurredOn, command);
      const isAfter = command.occurredOn >= unit.beganOn;
      refuseUnless(isAfter, `nothing-happens-to-${named(kind)}-before-it-began`);
      return decide(unit, command);
    },
  );
}

/**
 * The act with which a unit begins, or begins anew after a void. `same` says whether what is there
 * is what is asked for: then nothing happens. @param otherwise the rule that refuses where it is not
 */
export function beginning<Live extends LiveUnit, Data>(
  otherwise: string,
  same: (unit: Live, data: Data, on: Day) => boolean,
  decide: (command: Asked<Data>) => readonly DomainEvent[],
): Act<UnitState<Live>, Data, DomainEvent> {
  return act(
    (state: UnitState<Live>) => state,
    (state, command: Asked<Data>) => {
      const unit = liveOf(state);
      if (unit) {
        refuseUnless(same(unit, command.data, command.occurredOn), otherwise);
        return [];
      }
      notInTheFuture(command.occurredOn, command);
      return decide(command);
    },
  );
}

/** What an event changes in a unit that is there; the acts see to it that there is one. */
export function step<Live extends LiveUnit, Event extends DomainEvent>(
  change: (unit: Live, event: Event) => Live,
): (state: UnitState<Live>, event: Event) => UnitState<Live> {
  return (state, event) => change(state as Live, event);
}

/** Registered in error, and taken back: the reason is in the envelope, the state as it was before. */
export function voiding<Live extends LiveUnit>(kind: Kind) {
  type State = UnitState<Live>;
  const [voided, reinstated] = ['voided', 'reinstated'].map(
    (done) => `${kind.programme}.${kind.noun}-${done}.v1`,
  ) as [string, string];
  const goneOrLive = (state: State): State => (state.status === 'void' ? state : live(kind, state));
  return {
    acts: {
      void: {
        ...act(goneOrLive, (state, command: Asked<{ readonly reason: string }>) => {
          if (state.status === 'void') return [];
          notInTheFuture(command.occurredOn, command);
          return [{ ...happened(voided, command, {}), reason: command.data.reason }];
        }),
        already: (state: State) => state.status === 'void',
      },
      reinstate: {
        ...act(goneOrLive, (state, command: Asked<object>) => {
          if (state.status !== 'void') return [];
          notInTheFuture(command.occurredOn, command);
          return [happened(reinstated, command, {})];
        }),
        already: (state: State) => state.status !== 'void',
      },
    },
    steps: {
      [voided]: (before: State): State => ({ status: 'void', before: before as Live }),
      [reinstated]: (state: State): State => (state as { readonly before: Live }).before,
    },
  };
}
