import type { Actor } from './actor.js';
import type { Day } from './day.js';
import type { DomainEvent } from './event.js';
import { Rejection } from './rejection.js';

/** What somebody wants to happen. Time and actor come in with it. */
export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** The day it happened in the world, as the caller says. */
  readonly occurredOn: Day;
  /** The day on which the command is given. */
  readonly today: Day;
  readonly actor: Actor;
}

/**
 * One act: what must be so before it can be done at all, whatever its details (`from` narrows the
 * state or throws a Rejection), and the events that it gives. A thing already so gives no event.
 */
export interface Act<State, Data, Event extends DomainEvent, Narrowed extends State = State> {
  readonly from: (state: State, actor: Actor) => Narrowed;
  readonly decide: (state: Narrowed, command: Command<string, Data>) => readonly Event[];
  /** Where it would change nothing, for those who ask what is left to do. */
  readonly already?: (state: State) => boolean;
}

/** Declares an act; the narrowed state is known to its `decide` only. */
export function act<State, Data, Event extends DomainEvent, Narrowed extends State>(
  from: (state: State, actor: Actor) => Narrowed,
  decide: (state: Narrowed, command: Command<string, Data>) => readonly Event[],
): Act<State, Data, Event> {
  return { from, decide: (state, command) => decide(state as Narrowed, command) };
}

/** The rules of one kind of unit: pure, without clock, random numbers, framework or I/O. */
export interface Decider<State = unknown> {
  /** Name of the programme: folder, route, tag and prefix of its event types. */
  readonly programme: string;
  /** Category of its streams, which are named `<category>-<id>`; has no dash. */
  readonly category: string;
  readonly initialState: State;
  // Keyed by type: what is registered here is what can be read from the log.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry knows its own event
  readonly evolve: Readonly<Record<string, (state: State, event: any) => State>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each entry knows its own command
  readonly acts: Readonly<Record<string, Act<State, any, DomainEvent>>>;
  /** The person whom the unit is about, as the programme's own reference; texts are sealed under it. */
  readonly subjectOf?: (state: State) => string | undefined;
  /** Further persons whom it is about, where there can be several. */
  readonly othersOf?: (state: State) => readonly string[];
  /** Where the unit belongs, for access; undefined before it exists. */
  readonly homeOf?: (state: State) => Home | undefined;
}

/** Any kind of unit, where nobody looks into its state. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each decider knows its own state
export type AnyDecider = Decider<any>;

/** Which district is responsible for a unit, and who may act on it besides that district. */
export interface Home {
  /** Undefined where it belongs to the whole city. */
  readonly district: string | undefined;
  /** Further districts that have a say now, such as the receiver of a pending transfer. */
  readonly alsoDistricts: readonly string[];
  readonly assignedTo: string | undefined;
  /** Organisations with access until a day (inclusive), by referral. */
  readonly referredTo: readonly { readonly organisation: string; readonly until: Day }[];
  /** Whether it was given out of the programme's hands, so that its own people do not see it any more. */
  readonly withheld?: boolean;
}

/** The state after the events, from the state before them. */
export function fold<State>(
  decider: Pick<Decider<State>, 'evolve'>,
  state: State,
  events: Iterable<DomainEvent>,
): State {
  for (const event of events) {
    const step = decider.evolve[event.type];
    if (!step) throw new Error(`${event.type} is not an event of this decider`);
    state = step(state, event);
  }
  return state;
}

/** The events that the command gives in this state; throws a Rejection when a rule refuses it. */
export function decide<State>(
  decider: Decider<State>,
  command: Command,
  state: State,
): readonly DomainEvent[] {
  const act = decider.acts[command.type];
  if (!act) throw new Error(`${command.type} is not a command of ${decider.programme}`);
  return act.decide(act.from(state, command.actor), command);
}

/** A command and whether this state and actor allow it now, with the rule that refuses it if not. */
export interface AllowedCommand {
  readonly command: string;
  readonly allowed: boolean;
  readonly because?: string;
}

/** Every command of the decider, in the order it declares them; what is so already is not offered. */
export function allowedCommands<State>(
  decider: Decider<State>,
  state: State,
  actor: Actor,
): AllowedCommand[] {
  return Object.entries(decider.acts).map(([command, { from, already }]) => {
    try {
      from(state, actor);
      if (already?.(state)) return { command, allowed: false, because: 'it-is-so-already' };
      return { command, allowed: true };
    } catch (refusal) {
      if (!(refusal instanceof Rejection)) throw refusal;
      return { command, allowed: false, because: refusal.rule };
    }
  });
}
