import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  cancelling,
  correcting,
  voiding,
  acting,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  step,
  type Asked,
} from '@sikkerby/case-kit';

/** In one vulnerable housing area, or for the whole city, which counts in no area. */
export const campKinds = ['area', 'city-wide'] as const;
export type CampKind = (typeof campKinds)[number];
export const holidays = ['winter', 'easter', 'summer', 'autumn', 'christmas'] as const;
export type Holiday = (typeof holidays)[number];
export const cancelReasons = ['no-staff', 'no-place', 'unrest', 'weather'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** A holiday camp that nobody registers for: it knows days and a place, and no person. */
export interface Camp {
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly beganOn: Day;
  readonly kind: CampKind;
  readonly holiday: Holiday;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Code name of the housing area; only of a camp in an area. */
  readonly area?: string;
  readonly district?: District;
  readonly heldOn: readonly Day[];
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `feriecamp.${Done}.v1`,
  Data
>;
export type CampPlanned = Of<'camp-planned', Omit<Camp, 'status' | 'beganOn' | 'heldOn'>>;
/** The day of the event is the day on which there was a camp: it counts from the first on. */
export type DayHeld = Of<'camp-day-held'>;
export type CampCancelled = Of<'camp-cancelled', { readonly reason: CancelReason }>;

const camp = kindOf<Camp>()('feriecamp', 'camp');
const voids = voiding(camp);
const cancels = cancelling(camp, (unit: Camp) => {
  refuseUnless(unit.status !== 'held', 'a-camp-that-was-held-is-not-cancelled');
  return unit;
});
const corrections = correcting(
  camp,
  ['holiday', 'firstDay', 'lastDay', 'area', 'district', 'heldOn'],
  (unit) => {
    endsAfterItBegins(unit);
    for (const day of unit.heldOn) withinItsDates(unit, day);
  },
);

function endsAfterItBegins({ firstDay, lastDay }: Pick<Camp, 'firstDay' | 'lastDay'>): void {
  refuseUnless(firstDay <= lastDay, 'a-camp-does-not-end-before-it-begins');
}

function withinItsDates({ firstDay, lastDay }: Camp, day: Day): void {
  const isWithin = firstDay <= day && day <= lastDay;
  refuseUnless(isWithin, 'a-camp-day-lies-within-the-dates-of-the-camp');
}

function notCancelled(unit: Camp): Camp {
  refuseUnless(unit.status !== 'cancelled', 'a-cancelled-camp-is-planned-anew');
  return unit;
}

/** A camp in a school holiday. */
export const feriecamp = decider(camp, {
  category: 'feriecamp',
  initialState: nothingYet,
  acts: {
    plan: beginning(camp, (command: Asked<CampPlanned['data']>) => {
      const { kind, holiday, firstDay, lastDay, area, district } = command.data;
      const place = area !== undefined && district !== undefined ? { area, district } : {};
      const isInAnArea = 'area' in place;
      refuseUnless(kind !== 'area' || isInAnArea, 'a-camp-in-an-area-says-which');
      refuseUnless(
        kind !== 'city-wide' || (area ?? district) === undefined,
        'a-city-wide-camp-is-in-no-area',
      );
      endsAfterItBegins(command.data);
      const data = { kind, holiday, firstDay, lastDay, ...place };
      return [happened('feriecamp.camp-planned.v1', command, data)];
    }),
    'hold-day': acting(camp, notCancelled, (unit, command: Asked<object>) => {
      const { occurredOn } = command;
      if (unit.heldOn.includes(occurredOn)) return [];
      withinItsDates(unit, occurredOn);
      return [happened('feriecamp.camp-day-held.v1', command, {})];
    }),
    ...corrections.acts,
    ...cancels.acts,
    ...voids.acts,
  },
  evolve: {
    'feriecamp.camp-planned.v1': (_: unknown, { occurredOn, data }: CampPlanned): Camp => {
      const { kind, holiday, firstDay, lastDay, area, district } = data;
      return {
        ...{ status: 'planned', beganOn: occurredOn, heldOn: [] },
        ...{ kind, holiday, firstDay, lastDay },
        ...(area !== undefined && { area }),
        ...(district !== undefined && { district }),
      };
    },
    'feriecamp.camp-day-held.v1': step<Camp, DayHeld>((unit, { occurredOn }) => ({
      ...unit,
      ...{ status: 'held', heldOn: [...unit.heldOn, occurredOn].sort() },
    })),
    ...corrections.steps,
    ...cancels.steps,
    ...voids.steps,
  },
  homeOf,
});
