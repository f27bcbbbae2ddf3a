import { act, refuseUnless, type Day } from '@sikkerby/kernel';
import type { CorrectionReason, VoidReason } from './codes.js';
import { areInOrder, dayOf, withDay } from './episodes.js';
import type { EpisodicUnit } from './reopening.js';
import {
  acting,
  happened,
  isMerged,
  isVoid,
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
  type LiveUnit,
  type UnitState,
} from './unit.js';

/** Acts that every kind of unit can have, with what their events change. */
interface Piece {
  readonly acts: object;
  readonly steps: object;
}

type All<Each> = (Each extends unknown ? (each: Each) => void : never) extends (
  all: infer Of,
) => void
  ? Of
  : never;

/** The acts and steps of several pieces as one. */
export function together<const Pieces extends readonly Piece[]>(...pieces: Pieces) {
  return {
    acts: Object.assign({}, ...pieces.map(({ acts }) => acts)) as All<Pieces[number]['acts']>,
    steps: Object.assign({}, ...pieces.map(({ steps }) => steps)) as All<Pieces[number]['steps']>,
  };
}

/** Registered in error, and taken back: the reason is in the envelope, the state as it was before. */
export function voiding<Live extends AnyUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
) {
  return voidingOn(kind, (unit, day) => notBeforeItBegan(kind, unit, day));
}

/** The same, also on a day before the unit began. */
export function voidingOnAnyDay<Live extends AnyUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
) {
  return voidingOn(kind, () => undefined);
}

function voidingOn<Live extends AnyUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
  refuse: (unit: Live, day: Day) => void,
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
          refuse(state, command.occurredOn);
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

/** Days of a unit's episodes, which are corrected by these names. */
const episodeDays = ['openedOn', 'reopenedOn', 'closedOn'] as const;

/**
 * The right value in the place of a wrong one, with a reason in the envelope. What was known before
 * stays visible at earlier cuts (R9). `fits` refuses what cannot be, such as an end before a start;
 * of a unit with episodes the days of its opening, last reopening and last closing can be corrected.
 */
export function correcting<Live extends EpisodicUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
  fields: readonly (keyof Live & string)[],
  fits: (corrected: Live) => void = () => undefined,
) {
  interface Right {
    readonly field: string;
    readonly value: unknown;
  }
  type Corrected = Done<P, N, 'corrected', Right>;
  return {
    acts: {
      correct: acting(
        kind,
        (unit) => unit,
        (
          unit,
          command: Asked<Right & { readonly reason: CorrectionReason }>,
        ): readonly Corrected[] => {
          const { field, value, reason } = command.data;
          const known: readonly string[] = [...fields, ...(unit.episodes ? episodeDays : [])];
          const recorded = known.includes(field) ? valueOf(unit, field) : undefined;
          refuseUnless(recorded !== undefined, 'what-is-corrected-was-recorded');
          if (JSON.stringify(recorded) === JSON.stringify(value)) return [];
          const right = withRight(unit, field, value);
          const inOrder = !right.episodes || areInOrder(right.episodes);
          refuseUnless(inOrder, `${named(kind)}-does-not-end-before-it-began`);
          fits(right);
          const corrected = happened(typeOf(kind, 'corrected'), command, { field, value });
          return [{ ...corrected, reason }];
        },
      ),
    },
    steps: stepFor(kind, 'corrected', (state, { data }: Corrected) =>
      withRight(state as Live, data.field, data.value),
    ),
  };
}

function valueOf(unit: EpisodicUnit, field: string): unknown {
  const day = episodeDays.find((name) => name === field);
  if (day && unit.episodes) return dayOf(unit.episodes, day);
  const fields: Readonly<Record<string, unknown>> = { ...unit };
  return fields[field];
}

function withRight<Live extends EpisodicUnit>(unit: Live, field: string, value: unknown): Live {
  const day = episodeDays.find((name) => name === field);
  if (!day || !unit.episodes) return { ...unit, [field]: value };
  const episodes = withDay(unit.episodes, day, value as Day);
  const beganThen = unit.beganOn === unit.episodes[0].from;
  return { ...unit, episodes, ...(beganThen && { beganOn: episodes[0].from }) };
}

/** Who works on it, by account name, is one person at a time. */
export function assigning<Live extends LiveUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
) {
  interface Assign {
    readonly caseworker: string;
  }
  type Assigned = Done<P, N, 'assigned', Assign>;
  return {
    acts: {
      assign: acting(
        kind,
        (unit) => unit,
        (unit, command: Asked<Assign>): readonly Assigned[] => {
          const { caseworker } = command.data;
          return unit.assignedTo === caseworker
            ? []
            : [happened(typeOf(kind, 'assigned'), command, { caseworker })];
        },
      ),
    },
    steps: stepFor(kind, 'assigned', (state, { data }: Assigned) => ({
      ...(state as Live),
      assignedTo: data.caseworker,
    })),
  };
}
