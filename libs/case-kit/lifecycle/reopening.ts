import { refuseUnless, type Day } from '@sikkerby/kernel';
import { ended, lastOf, type Episodes } from './episodes.js';
import {
  acting,
  happened,
  named,
  step,
  stepFor,
  typeOf,
  type Asked,
  type Done,
  type Kind,
  type LiveUnit,
} from '../unit.js';

/** A unit that goes on for a stretch of days, and may go on again after it ended. */
export interface EpisodicUnit extends LiveUnit {
  /** The beginning first, then each reopening; undefined before it has begun to count. */
  readonly episodes?: Episodes;
}

/** A unit that is to go on until a day, unless it ends before. */
export interface LimitedUnit extends EpisodicUnit {
  readonly until: Day;
}

/** The unit once it has begun to count. @throws Rejection */
export function begun<Live extends EpisodicUnit>(kind: Kind, unit: Live) {
  const { episodes } = unit;
  refuseUnless(episodes !== undefined, `${named(kind)}-begins-first`);
  return { ...unit, episodes };
}

/** The unit while it goes on. @throws Rejection */
export function goingOn<Live extends EpisodicUnit>(kind: Kind, unit: Live) {
  const there = begun(kind, unit);
  const isOver = lastOf(there.episodes).to !== undefined;
  refuseUnless(!isOver, `${named(kind)}-that-is-over-is-reopened-first`);
  return there;
}

/** Refuses an end before the last beginning. */
export function endsAfterItBegan(kind: Kind, episodes: Episodes, on: Day): void {
  refuseUnless(on >= lastOf(episodes).from, `${named(kind)}-does-not-end-before-it-began`);
}

/**
 * The same unit goes on in a new episode, after its last one ended.
 * @param status what it is then
 */
export function reopening<Live extends EpisodicUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
  status: Live['status'],
) {
  interface Reopen {
    readonly reason: string;
  }
  type Reopened = Done<P, N, 'reopened', Reopen>;
  return {
    acts: {
      reopen: acting(
        kind,
        (unit: Live) => begun(kind, unit),
        ({ episodes }, command: Asked<Reopen>): readonly Reopened[] => {
          const { to } = lastOf(episodes);
          if (to === undefined) return [];
          refuseUnless(command.occurredOn > to, `${named(kind)}-reopens-after-it-ended`);
          return [happened(typeOf(kind, 'reopened'), command, { reason: command.data.reason })];
        },
      ),
    },
    steps: stepFor(
      kind,
      'reopened',
      step<Live, Reopened>((unit, { occurredOn }) => ({
        ...begun(kind, unit),
        status,
        episodes: [...begun(kind, unit).episodes, { from: occurredOn, to: undefined }],
      })),
    ),
  };
}

/**
 * The unit's last day, with the reason.
 * @param name of the act
 * @param done what the unit is then, and what its event says was done
 * @param fits refuses an end for which the unit is not ready
 */
export function ending<
  Live extends EpisodicUnit,
  P extends string,
  N extends string,
  const Name extends string,
  const Verb extends Live['status'],
>(
  kind: Kind<Live, P, N>,
  name: Name,
  done: Verb,
  fits: (unit: Live, reason: string) => void = () => undefined,
) {
  interface End {
    readonly reason: string;
  }
  type Ended = Done<P, N, Verb, End>;
  const end = acting(
    kind,
    (unit: Live) => begun(kind, unit),
    (unit, command: Asked<End>): readonly Ended[] => {
      if (unit.status === done) return [];
      const { reason } = command.data;
      endsAfterItBegan(kind, goingOn(kind, unit).episodes, command.occurredOn);
      fits(unit, reason);
      return [happened(typeOf(kind, done), command, { reason })];
    },
  );
  return {
    acts: { [name]: end } as Readonly<Record<Name, typeof end>>,
    steps: stepFor(
      kind,
      done,
      step<Live, Ended>((unit, { occurredOn }) => ({
        ...unit,
        status: done,
        episodes: ended(begun(kind, unit).episodes, occurredOn),
      })),
    ),
  };
}

/** A unit that goes on is to do so for longer. */
export function extending<Live extends LimitedUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
) {
  interface Extend {
    readonly until: Day;
  }
  type Extended = Done<P, N, 'extended', Extend>;
  return {
    acts: {
      extend: acting(
        kind,
        (unit: Live) => goingOn(kind, unit),
        (unit, command: Asked<Extend>): readonly Extended[] => {
          const { until } = command.data;
          if (until === unit.until) return [];
          refuseUnless(until > unit.until, `${named(kind)}-is-extended-to-a-later-day`);
          return [happened(typeOf(kind, 'extended'), command, { until })];
        },
      ),
    },
    steps: stepFor(
      kind,
      'extended',
      step<Live, Extended>((unit, { data: { until } }) => ({ ...unit, until })),
    ),
  };
}
