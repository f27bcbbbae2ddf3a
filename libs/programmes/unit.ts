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
  type Decider,
  type DomainEvent,
  type Home,
} from '@sikkerby/kernel';

export { happened, notInTheFuture, type Asked };

/** What every unit that is there has: how it stands, and the first day on which anything happened to it. */
export interface AnyUnit {
  readonly status: string;
  readonly beganOn: Day;
  /** The person whom it is about, as the programme's own reference. */
  readonly subject?: string | undefined;
}

/** A unit of a programme that is made of unit definitions. */
export interface LiveUnit extends AnyUnit {
  /** Where it belongs; left out where it belongs to the whole city. */
  readonly district?: string;
  /** Account name of who works on it. */
  readonly assignedTo?: string;
}

/** Nothing was recorded under that id. */
export interface NoUnit {
  readonly status: 'nothing-yet';
}

/** Registered in error: it counts nowhere until it is reinstated. */
export interface VoidUnit<Live> {
  readonly status: 'void';
  readonly before: Live;
}

/** The same as another, under which it counts until it is unmerged. */
export interface MergedUnit<Live> {
  readonly status: 'merged';
  readonly survivor: string;
  readonly mergedOn: Day;
  readonly before: Live;
}

export type UnitState<Live extends AnyUnit> = NoUnit | Live | VoidUnit<Live> | MergedUnit<Live>;

/** One kind of unit, by its programme and its noun: `safety-lift` and `lift`. */
export interface Kind {
  readonly programme: string;
  readonly noun: string;
}

export const nothingYet: NoUnit = { status: 'nothing-yet' };

/** The unit as it is, or as it was before it was voided or merged; undefined when it never was. */
export function underlying<Live extends AnyUnit>(state: UnitState<Live>): Live | undefined {
  if (isNothing(state)) return undefined;
  return isGone(state) ? state.before : state;
}

/** The unit, where it counts. @throws Rejection */
export function live<Live extends AnyUnit>(kind: Kind, state: UnitState<Live>): Live {
  const one = named(kind);
  if (isNothing(state)) throw new Rejection(`${one}-is-recorded-first`);
  if (!isGone(state)) return state;
  throw new Rejection(
    state.status === 'void'
      ? `a-void-${kind.noun}-is-reinstated-first`
      : `a-merged-${kind.noun}-is-worked-on-in-its-survivor`,
  );
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

/** The person whom the unit is about. */
export function subjectOf(state: UnitState<AnyUnit>): string | undefined {
  return underlying(state)?.subject;
}

/** With its article, as rules are told: `an-enrolment`. */
export function named({ noun }: Kind): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'}-${noun}`;
}

/** The act with which a unit begins. */
export function beginning<Live extends AnyUnit, Data>(
  kind: Kind,
  decide: (command: Asked<Data>) => readonly DomainEvent[],
): Act<UnitState<Live>, Data, DomainEvent> {
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
 * The act with which a register begins or goes on: what it records may have happened before what is
 * recorded already. `decide` is given the register when there is one.
 */
export function recording<Live extends AnyUnit, Data>(
  kind: Kind,
  decide: (unit: Live | undefined, command: Asked<Data>) => readonly DomainEvent[],
): Act<UnitState<Live>, Data, DomainEvent> {
  return act(
    (state: UnitState<Live>) => (isNothing(state) ? state : live(kind, state)),
    (state, command: Asked<Data>) => {
      notInTheFuture(command.occurredOn, command);
      return decide(underlying(state), command);
    },
  );
}

/** The acts, each refused besides where `guard` refuses the unit, be it void or merged or not. */
export function guarded<Live extends AnyUnit, Acts extends Decider<UnitState<Live>>['acts']>(
  guard: (unit: Live) => void,
  acts: Acts,
): Acts {
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
  return Object.fromEntries(guardedActs) as Acts;
}

/**
 * An act on a unit that is there: not in the future, nor before the unit began. `from` narrows it, or
 * refuses whatever the details.
 */
export function acting<Live extends AnyUnit, Data, Narrowed extends Live = Live>(
  kind: Kind,
  from: (unit: Live, actor: Actor) => Narrowed,
  decide: (unit: Narrowed, command: Asked<Data>) => readonly DomainEvent[],
): Act<UnitState<Live>, Data, DomainEvent> {
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

function isGone<Live extends AnyUnit>(
  state: Live | VoidUnit<Live> | MergedUnit<Live>,
): state is VoidUnit<Live> | MergedUnit<Live> {
  return state.status === 'void' || state.status === 'merged';
}
