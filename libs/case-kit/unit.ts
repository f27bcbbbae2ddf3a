import {
  act,
  happened,
  notInTheFuture,
  refuseUnless,
  Rejection,
  type Act,
  type Actor,
  type Asked,
  type Day,
  type DomainEvent,
  type Home,
} from '@sikkerby/kernel';
import {
  nothingYet,
  type Acts,
  type AnyUnit,
  type Kind,
  type LiveUnit,
  type MergedUnit,
  type NoUnit,
  type UnitState,
  type VoidUnit,
} from './unit-decider.js';

export { happened, notInTheFuture, type Asked };
export * from './unit-decider.js';

/** The unit as it is, or as it was before it was voided or merged; undefined when it never was. */
export function underlying<Live extends AnyUnit>(state: UnitState<Live>): Live | undefined {
  if (isNothing(state)) return undefined;
  return isVoid(state) || isMerged(state) ? state.before : state;
}

/** The unit, where it is not void: a merged one as it was, since it counts under its survivor. */
export function counted<Live extends AnyUnit>(state: UnitState<Live>): Live | undefined {
  if (isNothing(state) || isVoid(state)) return undefined;
  return isMerged(state) ? state.before : state;
}

/** The unit, where it counts. @throws Rejection */
export function live<Live extends AnyUnit>(kind: Kind, state: UnitState<Live>): Live {
  const one = named(kind);
  if (isNothing(state)) throw new Rejection(`${one}-is-recorded-first`);
  if (isVoid(state)) throw new Rejection(`a-void-${kind.noun}-is-reinstated-first`);
  if (isMerged(state)) {
    throw new Rejection(`a-merged-${kind.noun}-is-worked-on-in-its-survivor`);
  }
  return state;
}

/** Where the unit belongs, for access. */
export function homeOf(state: UnitState<LiveUnit>): Home | undefined {
  const unit = underlying(state);
  return (
    unit && {
      ...{ district: unit.district, assignedTo: unit.assignedTo },
      ...{ alsoDistricts: [], referredTo: [] },
    }
  );
}

/** Of the whole city, whatever place it tells of: who may follows from the role alone. */
export function homeInTheWholeCity(state: UnitState<AnyUnit>): Home | undefined {
  if (isNothing(state)) return undefined;
  return { district: undefined, assignedTo: undefined, alsoDistricts: [], referredTo: [] };
}

/** The person whom the unit is about. */
export function subjectOf(state: UnitState<AnyUnit>): string | undefined {
  return underlying(state)?.subject;
}

/** With its article, as rules are told: `an-enrolment`. */
export function named({ noun }: Kind): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'}-${noun}`;
}

/** The act with which a unit begins. */
export function beginning<Live extends AnyUnit, Data, Event extends DomainEvent>(
  kind: Kind<Live>,
  decide: (command: Asked<Data>) => readonly Event[],
): Act<UnitState<Live>, Data, Event> {
  return act(
    (state: UnitState<Live>) => {
      refuseUnless(isNothing(state), `${named(kind)}-is-recorded-once`);
      return state;
    },
    (_, command: Asked<Data>) => {
      notInTheFuture(command.occurredOn, command);
      return decide(command);
    },
  );
}

/**
 * The act with which a unit begins, or begins anew after a void. Where it is there already, nothing
 * happens if `same` says that it is as asked. @param otherwise the rule that refuses if it is not
 */
export function beginningOrSame<Live extends AnyUnit, Data, Event extends DomainEvent>(
  kind: Kind<Live>,
  otherwise: string,
  same: (unit: Live, data: Data) => boolean,
  decide: (command: Asked<Data>) => readonly Event[],
): Act<UnitState<Live>, Data, Event> {
  return act(
    (state: UnitState<Live>) => (isMerged(state) ? live(kind, state) : state),
    (state, command: Asked<Data>) => {
      const unit = counted(state);
      if (unit) {
        refuseUnless(same(unit, command.data), otherwise);
        return [];
      }
      notInTheFuture(command.occurredOn, command);
      return decide(command);
    },
  );
}

/**
 * The act with which a register begins or goes on: what it records may have happened before what is
 * recorded already. `decide` is given the register when there is one.
 */
export function recording<Live extends AnyUnit, Data, Event extends DomainEvent>(
  kind: Kind<Live>,
  decide: (unit: Live | undefined, command: Asked<Data>) => readonly Event[],
): Act<UnitState<Live>, Data, Event> {
  return act(
    (state: UnitState<Live>) => (isNothing(state) ? state : live(kind, state)),
    (state, command: Asked<Data>) => {
      notInTheFuture(command.occurredOn, command);
      return decide(underlying(state), command);
    },
  );
}

/** The acts, each refused besides where `guard` refuses the unit, be it void or merged or not. */
export function guarded<Live extends AnyUnit, Of extends Acts<Live>>(
  guard: (unit: Live) => void,
  acts: Of,
): Of {
  const guardedActs = Object.entries(acts).map(([name, one]) => [
    name,
    {
      ...one,
      from: (state: UnitState<Live>, actor: Actor) => {
        const unit = underlying(state);
        if (unit) guard(unit);
        return one.from(state, actor);
      },
    },
  ]);
  return Object.fromEntries(guardedActs) as Of;
}

/**
 * An act on a unit that is there: not in the future, nor before the unit began. `from` narrows it, or
 * refuses whatever the details.
 */
export function acting<
  Live extends AnyUnit,
  Data,
  Event extends DomainEvent,
  Narrowed extends Live = Live,
>(
  kind: Kind<Live>,
  from: (unit: Live, actor: Actor) => Narrowed,
  decide: (unit: Narrowed, command: Asked<Data>) => readonly Event[],
): Act<UnitState<Live>, Data, Event> {
  return act(
    (state: UnitState<Live>, actor: Actor) =>
      from(live(kind, state), actor) as Narrowed & UnitState<Live>,
    (unit, command: Asked<Data>) => {
      notInTheFuture(command.occurredOn, command);
      notBeforeItBegan(kind, unit, command.occurredOn);
      return decide(unit, command);
    },
  );
}

export function notBeforeItBegan(kind: Kind, { beganOn }: AnyUnit, day: Day): void {
  refuseUnless(day >= beganOn, `nothing-happens-to-${named(kind)}-before-it-began`);
}

/** What an event changes in a unit that is there; the acts see to it that there is one. */
export function step<Live extends AnyUnit, Event extends DomainEvent>(
  change: (unit: Live, event: Event) => Live,
): (state: UnitState<Live>, event: Event) => UnitState<Live> {
  return (state, event) => change(state as Live, event);
}

function isNothing(state: { readonly status: string }): state is NoUnit {
  return state.status === nothingYet.status;
}

export function isVoid<Live extends AnyUnit>(state: UnitState<Live>): state is VoidUnit<Live> {
  return state.status === 'void';
}

export function isMerged<Live extends AnyUnit>(state: UnitState<Live>): state is MergedUnit<Live> {
  return state.status === 'merged';
}
