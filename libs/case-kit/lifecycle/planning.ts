import { refuseUnless, type Day } from '@sikkerby/kernel';
import {
  acting,
  happened,
  named,
  step,
  stepFor,
  typeOf,
  type Asked,
  type AnyUnit,
  type Done,
  type Kind,
  type LiveUnit,
} from '../unit.js';

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

/** It does not take place, and why. @param notHeld refuses what took place already */
export function cancelling<Live extends AnyUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
  notHeld: (unit: Live) => Live,
) {
  interface Cancel {
    readonly reason: string;
  }
  type Cancelled = Done<P, N, 'cancelled', Cancel>;
  return {
    acts: {
      cancel: acting(kind, notHeld, (unit, command: Asked<Cancel>): readonly Cancelled[] =>
        unit.status === 'cancelled'
          ? []
          : [happened(typeOf(kind, 'cancelled'), command, { reason: command.data.reason })],
      ),
    },
    steps: stepFor(
      kind,
      'cancelled',
      step<Live, Cancelled>((unit) => ({ ...unit, status: 'cancelled' })),
    ),
  };
}

/**
 * Held or cancelled, one of the two. @param came what is told of how it was held, such as how many
 * came; the unit has it from then on
 */
export function holding<
  Live extends PlannedUnit,
  P extends string,
  N extends string,
  Came extends Partial<Live> = object,
>(kind: Kind<Live, P, N>, came: (told: Came) => Came) {
  type Held = Done<P, N, 'held', Came>;
  const cancels = cancelling(kind, (unit: Live) => {
    refuseUnless(
      unit.status !== 'held',
      `${named(kind)}-that-was-held-is-voided-and-not-cancelled`,
    );
    return unit;
  });
  return {
    acts: {
      hold: acting(
        kind,
        (unit: Live) => {
          const one = named(kind);
          refuseUnless(unit.status !== 'cancelled', `${one}-that-is-cancelled-is-not-held`);
          return unit;
        },
        (unit, command: Asked<Came>): readonly Held[] =>
          unit.status === 'held'
            ? []
            : [happened(typeOf(kind, 'held'), command, came(command.data))],
      ),
      ...cancels.acts,
    },
    steps: {
      ...stepFor(
        kind,
        'held',
        step<Live, Held>((unit, { occurredOn, data }) => ({
          ...unit,
          ...data,
          status: 'held',
          heldOn: occurredOn,
        })),
      ),
      ...cancels.steps,
    },
  };
}
