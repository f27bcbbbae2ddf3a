import {
  act,
  refuseUnless,
  type Act,
  type Day,
  type Decider,
  type DomainEvent,
} from '@sikkerby/kernel';
import type { CorrectionReason, VoidReason } from './codes.js';
import { areInOrder, dayOf, withDay } from './episodes.js';
import type { EpisodicUnit } from './reopening.js';
import {
  acting,
  happened,
  live,
  named,
  notBeforeItBegan,
  notInTheFuture,
  type AnyUnit,
  type Asked,
  type Kind,
  type LiveUnit,
  type MergedUnit,
  type UnitState,
  type VoidUnit,
} from './unit.js';

/** Acts that every kind of unit can have, with what their events change. */
interface Part<State> {
  readonly acts: Readonly<Record<string, Act<State, never, DomainEvent>>>;
  readonly steps: Readonly<Record<string, (state: State, event: never) => State>>;
}

/** The acts and steps of several pieces as one. */
export function together<Live extends AnyUnit>(
  ...parts: readonly {
    readonly acts: Decider<UnitState<Live>>['acts'];
    readonly steps: Decider<UnitState<Live>>['evolve'];
  }[]
) {
  const of = <Of>(each: readonly Readonly<Record<string, Of>>[]): Readonly<Record<string, Of>> =>
    Object.fromEntries(each.flatMap((one) => Object.entries(one)));
  return { acts: of(parts.map(({ acts }) => acts)), steps: of(parts.map(({ steps }) => steps)) };
}

/** Registered in error, and taken back: the reason is in the envelope, the state as it was before. */
export function voiding<Live extends AnyUnit>(kind: Kind) {
  type State = UnitState<Live>;
  const [voided, reinstated] = [typeOf(kind, 'voided'), typeOf(kind, 'reinstated')];
  return {
    acts: {
      void: {
        ...act(goneOrLive<Live>(kind, 'void'), (state, command: Asked<{ reason: VoidReason }>) => {
          if (state.status === 'void') return [];
          notInTheFuture(command.occurredOn, command);
          notBeforeItBegan(kind, state as Live, command.occurredOn);
          return [{ ...happened(voided, command, {}), reason: command.data.reason }];
        }),
        already: (state: State) => state.status === 'void',
      },
      reinstate: {
        ...act(goneOrLive<Live>(kind, 'void'), (state, command: Asked<object>) => {
          if (state.status !== 'void') return [];
          notInTheFuture(command.occurredOn, command);
          return [happened(reinstated, command, {})];
        }),
        already: (state: State) => state.status !== 'void',
      },
    },
    steps: {
      [voided]: (before: State): State => ({ status: 'void', before: before as Live }),
      [reinstated]: (state: State): State => (state as VoidUnit<Live>).before,
    },
  } satisfies Part<State>;
}

/** What the rules of a merge ask about the unit that stays. */
export interface SurvivorIs {
  readonly status: string;
  readonly subject: string | undefined;
  readonly itself: boolean;
}

/** The same thing registered twice: the duplicate goes into the one that stays, and can come out. */
export function merging<Live extends AnyUnit>(kind: Kind) {
  type State = UnitState<Live>;
  const [merged, unmerged] = [typeOf(kind, 'merged'), typeOf(kind, 'unmerged')];
  type Merge = Asked<{ readonly survivor: string; readonly survivorIs: SurvivorIs }>;
  type Merged = DomainEvent<string, { readonly survivor: string }>;
  return {
    acts: {
      'merge-into': {
        ...act(goneOrLive<Live>(kind, 'merged'), (state, command: Merge) => {
          const { survivor, survivorIs } = command.data;
          if (state.status === 'merged') {
            const isSame = (state as MergedUnit<Live>).survivor === survivor;
            refuseUnless(isSame, `a-merged-${kind.noun}-is-unmerged-first`);
            return [];
          }
          notInTheFuture(command.occurredOn, command);
          notBeforeItBegan(kind, state as Live, command.occurredOn);
          refuseUnless(!survivorIs.itself, `${named(kind)}-is-not-merged-into-itself`);
          refuseUnless(
            !['nothing-yet', 'void', 'merged'].includes(survivorIs.status),
            'the-survivor-of-a-merge-is-neither-void-nor-merged',
          );
          const isOfOne = survivorIs.subject === (state as Live).subject;
          refuseUnless(isOfOne, 'duplicates-are-about-the-same-person');
          return [happened(merged, command, { survivor })];
        }),
        already: (state: State) => state.status === 'merged',
      },
      unmerge: {
        ...act(goneOrLive<Live>(kind, 'merged'), (state, command: Asked<object>) => {
          if (state.status !== 'merged') return [];
          notInTheFuture(command.occurredOn, command);
          return [happened(unmerged, command, {})];
        }),
        already: (state: State) => state.status !== 'merged',
      },
    },
    steps: {
      [merged]: (before: State, { occurredOn, data: { survivor } }: Merged): State => ({
        ...{ status: 'merged', survivor, mergedOn: occurredOn },
        before: before as Live,
      }),
      [unmerged]: (state: State): State => (state as MergedUnit<Live>).before,
    },
  } satisfies Part<State>;
}

/** Days of a unit's episodes, which are corrected by these names. */
const episodeDays = ['openedOn', 'reopenedOn', 'closedOn'] as const;

/**
 * The right value in the place of a wrong one, with a reason in the envelope. What was known before
 * stays visible at earlier cuts (R9). `fits` refuses what cannot be, such as an end before a start;
 * of a unit with episodes the days of its opening, last reopening and last closing can be corrected.
 */
export function correcting<Live extends EpisodicUnit>(
  kind: Kind,
  fields: readonly (keyof Live & string)[],
  fits: (corrected: Live) => void = () => undefined,
) {
  type State = UnitState<Live>;
  interface Right {
    readonly field: string;
    readonly value: unknown;
  }
  const corrected = typeOf(kind, 'corrected');
  return {
    acts: {
      correct: acting<Live, Right & { readonly reason: CorrectionReason }>(
        kind,
        (unit) => unit,
        (unit, command) => {
          const { field, value, reason } = command.data;
          const known: readonly string[] = [...fields, ...(unit.episodes ? episodeDays : [])];
          const recorded = known.includes(field) ? valueOf(unit, field) : undefined;
          refuseUnless(recorded !== undefined, 'what-is-corrected-was-recorded');
          if (JSON.stringify(recorded) === JSON.stringify(value)) return [];
          const right = withRight(unit, field, value);
          const inOrder = !right.episodes || areInOrder(right.episodes);
          refuseUnless(inOrder, `${named(kind)}-does-not-end-before-it-began`);
          fits(right);
          return [{ ...happened(corrected, command, { field, value }), reason }];
        },
      ),
    },
    steps: {
      [corrected]: (state: State, { data }: DomainEvent<string, Right>): State =>
        withRight(state as Live, data.field, data.value),
    },
  } satisfies Part<State>;
}

function valueOf(unit: EpisodicUnit, field: string): unknown {
  const day = episodeDays.find((name) => name === field);
  if (!day || !unit.episodes) return (unit as unknown as Record<string, unknown>)[field];
  return dayOf(unit.episodes, day);
}

function withRight<Live extends EpisodicUnit>(unit: Live, field: string, value: unknown): Live {
  const day = episodeDays.find((name) => name === field);
  if (!day || !unit.episodes) return { ...unit, [field]: value };
  const episodes = withDay(unit.episodes, day, value as Day);
  const beganThen = unit.beganOn === unit.episodes[0].from;
  return { ...unit, episodes, ...(beganThen && { beganOn: episodes[0].from }) };
}

/** Who works on it, by account name, is one person at a time. */
export function assigning<Live extends LiveUnit & { readonly assignedTo?: string }>(kind: Kind) {
  type State = UnitState<Live>;
  interface Assign {
    readonly caseworker: string;
  }
  const assigned = typeOf(kind, 'assigned');
  return {
    acts: {
      assign: acting<Live, Assign>(
        kind,
        (unit) => unit,
        (unit, command) => {
          const { caseworker } = command.data;
          return unit.assignedTo === caseworker
            ? []
            : [happened(assigned, command, { caseworker })];
        },
      ),
    },
    steps: {
      [assigned]: (state: State, { data }: DomainEvent<string, Assign>): State => ({
        ...(state as Live),
        assignedTo: data.caseworker,
      }),
    },
  } satisfies Part<State>;
}

/** Type of the event that something was done to a unit: `safety-lift.lift-voided.v1`. */
function typeOf({ programme, noun }: Kind, done: string): string {
  return `${programme}.${noun}-${done}.v1`;
}

/** The state where the unit counts, or is gone in that way. */
function goneOrLive<Live extends AnyUnit>(kind: Kind, gone: 'void' | 'merged') {
  return (state: UnitState<Live>): UnitState<Live> =>
    state.status === gone ? state : live(kind, state);
}
