import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import { ended, lastOf, type Episodes } from './episodes.js';
import { acting, happened, named, step, type Asked, type Kind, type LiveUnit } from './unit.js';

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
export function reopening<Live extends EpisodicUnit>(kind: Kind, status: Live['status']) {
  interface Reopen {
    readonly reason: string;
  }
  const type = `${kind.programme}.${kind.noun}-reopened.v1`;
  return {
    acts: {
      reopen: acting(
        kind,
        (unit: Live) => begun(kind, unit),
        ({ episodes }, command: Asked<Reopen>) => {
          const { to } = lastOf(episodes);
          if (to === undefined) return [];
          refuseUnless(command.occurredOn > to, `${named(kind)}-reopens-after-it-ended`);
          return [happened(type, command, { reason: command.data.reason })];
        },
      ),
    },
    steps: {
      [type]: step<Live, DomainEvent<string, Reopen>>((unit, { occurredOn }) => ({
        ...begun(kind, unit),
        status,
        episodes: [...begun(kind, unit).episodes, { from: occurredOn, to: undefined }],
      })),
    },
  };
}

/**
 * The unit's last day, with the reason.
 * @param name of the act
 * @param done what the unit is then, and what its event says was done
 * @param fits refuses an end for which the unit is not ready
 */
export function ending<Live extends EpisodicUnit>(
  kind: Kind,
  name: string,
  done: Live['status'],
  fits: (unit: Live, reason: string) => void = () => undefined,
) {
  interface End {
    readonly reason: string;
  }
  const type = `${kind.programme}.${kind.noun}-${done}.v1`;
  return {
    acts: {
      [name]: acting(
        kind,
        (unit: Live) => begun(kind, unit),
        (unit, command: Asked<End>) => {
          if (unit.status === done) return [];
          const { reason } = command.data;
          endsAfterItBegan(kind, goingOn(kind, unit).episodes, command.occurredOn);
          fits(unit, reason);
          return [happened(type, command, { reason })];
        },
      ),
    },
    steps: {
      [type]: step<Live, DomainEvent<string, End>>((unit, { occurredOn }) => ({
        ...unit,
        status: done,
        episodes: ended(begun(kind, unit).episodes, occurredOn),
      })),
    },
  };
}

/** A unit that goes on is to do so for longer. */
export function extending<Live extends LimitedUnit>(kind: Kind) {
  interface Extend {
    readonly until: Day;
  }
  const type = `${kind.programme}.${kind.noun}-extended.v1`;
  return {
    acts: {
      extend: acting(
        kind,
        (unit: Live) => goingOn(kind, unit),
        (unit, command: Asked<Extend>) => {
          const { until } = command.data;
          if (until === unit.until) return [];
          refuseUnless(until > unit.until, `${named(kind)}-is-extended-to-a-later-day`);
          return [happened(type, command, { until })];
        },
      ),
    },
    steps: {
      [type]: step<Live, DomainEvent<string, Extend>>((unit, { data: { until } }) => ({
        ...unit,
        until,
      })),
    },
  };
}
