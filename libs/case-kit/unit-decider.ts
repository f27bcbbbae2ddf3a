import type { Act, Day, Decider, DomainEvent } from '@sikkerby/kernel';

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
export interface Kind<
  Live extends AnyUnit = AnyUnit,
  Programme extends string = string,
  Noun extends string = string,
> {
  readonly programme: Programme;
  readonly noun: Noun;
  /** Never there: by it the compiler knows what the unit is like. */
  readonly live?: Live;
}

/** A kind of unit that is like `Live`; what is made from it knows its events by name. */
export function kindOf<Live extends AnyUnit>() {
  return <const Programme extends string, const Noun extends string>(
    programme: Programme,
    noun: Noun,
  ): Kind<Live, Programme, Noun> => ({ programme, noun });
}

/** That something was done to a unit of the kind: `safety-lift.lift-voided.v1`. */
export type Done<
  Programme extends string,
  Noun extends string,
  Verb extends string,
  Data extends object = object,
> = DomainEvent<`${Programme}.${Noun}-${Verb}.v1`, Data>;

/** Its name. */
export function typeOf<
  const Programme extends string,
  const Noun extends string,
  const Verb extends string,
>(
  { programme, noun }: Kind<AnyUnit, Programme, Noun>,
  verb: Verb,
): `${Programme}.${Noun}-${Verb}.v1` {
  return `${programme}.${noun}-${verb}.v1`;
}

/** What each of the events changes. */
export type Steps<Live extends AnyUnit, Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (
    state: UnitState<Live>,
    event: Extract<Event, { readonly type: Type }>,
  ) => UnitState<Live>;
};

/** What one event of the kind changes, under its name. */
export function stepFor<
  Live extends AnyUnit,
  Programme extends string,
  Noun extends string,
  const Verb extends string,
  Data extends object,
>(
  kind: Kind<Live, Programme, Noun>,
  verb: Verb,
  change: (state: UnitState<Live>, event: Done<Programme, Noun, Verb, Data>) => UnitState<Live>,
): Readonly<Record<`${Programme}.${Noun}-${Verb}.v1`, typeof change>> {
  // Of a name that is only known to the compiler it makes any text.
  return { [typeOf(kind, verb)]: change } as Record<
    `${Programme}.${Noun}-${Verb}.v1`,
    typeof change
  >;
}

/** Acts that a unit has, by name; each knows its data and its events. */
export type Acts<Live extends AnyUnit> = Readonly<
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry knows its own command
  Record<string, Act<UnitState<Live>, any, DomainEvent>>
>;

/** The events that the acts give. */
export type EventsOf<Of> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of whatever state and data
  Of[keyof Of] extends Act<any, any, infer Event> ? Event : never;

/** The rules of a kind of unit, with the names of its acts and events. */
export interface UnitDecider<
  Live extends AnyUnit = AnyUnit,
  Of extends Acts<Live> = Acts<Live>,
  Programme extends string = string,
  Noun extends string = string,
> extends Decider<UnitState<Live>> {
  readonly programme: Programme;
  readonly noun: Noun;
  readonly acts: Of;
  readonly evolve: Steps<Live, EventsOf<Of>>;
  /** Never there, as in its kind. */
  readonly live?: Live;
}

type WhereItBelongs<Live extends AnyUnit> = Pick<
  Decider<UnitState<Live>>,
  'subjectOf' | 'othersOf' | 'homeOf'
>;

/** Refuses a step for an event that no act gives. */
type NoOtherSteps<Of, Type extends string> = Of extends { readonly evolve: infer Evolve }
  ? { readonly evolve: Readonly<Partial<Record<Exclude<keyof Evolve, Type>, never>>> }
  : unknown;

/** Binds acts and steps: each event that an act gives has its step, and no other event has one. */
export function decider<
  Live extends AnyUnit,
  Programme extends string,
  Noun extends string,
  Of extends Acts<Live>,
  More extends WhereItBelongs<Live>,
>(
  { programme, noun }: Kind<Live, Programme, Noun>,
  of: More & {
    readonly category: string;
    readonly initialState: NoUnit;
    readonly acts: Of;
    readonly evolve: Steps<Live, EventsOf<Of>>;
  } & NoOtherSteps<More, EventsOf<Of>['type']>,
): UnitDecider<Live, Of, Programme, Noun> & More {
  return { ...of, programme, noun };
}

export const nothingYet: NoUnit = { status: 'nothing-yet' };
