import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { CancellationReason } from './codes.js';
import { acting, happened, named, step, type Asked, type Kind, type LiveUnit } from './unit.js';

/** Something that is planned for a day, and then held or cancelled, such as an activity. */
export interface PlannedUnit extends LiveUnit {
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly plannedOn: Day;
  /** Only of what was held: the day on which it counts. */
  readonly heldOn?: Day;
}

/** Refuses a day before the planning. */
export function planIsInOrder(kind: Kind) {
  return ({
    beganOn,
    plannedOn,
    heldOn,
  }: Pick<PlannedUnit, 'beganOn' | 'plannedOn' | 'heldOn'>) => {
    const inOrder = plannedOn >= beganOn && (heldOn === undefined || heldOn >= beganOn);
    refuseUnless(inOrder, `${named(kind)}-is-planned-before-its-day`);
  };
}

/**
 * Held or cancelled, one of the two. @param came what is told of how it was held, such as how many
 * came; the unit has it from then on
 */
export function holding<Live extends PlannedUnit, Came extends Partial<Live> = object>(
  kind: Kind,
  came: (told: Came) => Came,
) {
  interface Cancel {
    readonly reason: CancellationReason;
  }
  const [held, cancelled] = (['held', 'cancelled'] as const).map(
    (done) => `${kind.programme}.${kind.noun}-${done}.v1`,
  ) as [string, string];
  return {
    acts: {
      hold: acting(
        kind,
        (unit: Live) => {
          const one = named(kind);
          refuseUnless(unit.status !== 'cancelled', `${one}-that-is-cancelled-is-not-held`);
          return unit;
        },
        (unit, command: Asked<Came>) =>
          unit.status === 'held' ? [] : [happened(held, command, came(command.data))],
      ),
      cancel: acting(
        kind,
        (unit: Live) => {
          const one = named(kind);
          refuseUnless(unit.status !== 'held', `${one}-that-was-held-is-voided-and-not-cancelled`);
          return unit;
        },
        (unit, command: Asked<Cancel>) =>
          unit.status === 'cancelled'
            ? []
            : [happened(cancelled, command, { reason: command.data.reason })],
      ),
    },
    steps: {
      [held]: step<Live, DomainEvent<string, Came>>((unit, { occurredOn, data }) => ({
        ...unit,
        ...data,
        ...{ status: 'held', heldOn: occurredOn },
      })),
      [cancelled]: step<Live, DomainEvent<string, Cancel>>((unit) => ({
        ...unit,
        status: 'cancelled',
      })),
    },
  };
}
