import { Rejection, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  holding,
  planIsInOrder,
  type PlannedUnit,
  correcting,
  voiding,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  type Asked,
  type UnitState,
} from '@sikkerby/case-kit';
import type { Partnership } from './safety-partnership.js';

export const activityKinds = [
  'safety-walk',
  'residents-meeting',
  'youth-event',
  'clean-up',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** What a partnership does on a day, in its area. */
export interface Activity extends PlannedUnit {
  readonly partnership: string;
  readonly kind: ActivityKind;
  readonly area: string;
  readonly district: District;
}

/** Area and district are those that the partnership had when the activity was planned. */
export type ActivityPlanned = DomainEvent<
  'safety-partnership.activity-planned.v1',
  Pick<Activity, 'partnership' | 'kind' | 'area' | 'district' | 'plannedOn'>
>;

/** What is asked for, and how the partnership stands. */
interface Plan {
  readonly partnership: string;
  readonly partnershipIs: UnitState<Partnership>;
  readonly kind: ActivityKind;
  readonly plannedOn: Day;
}

const activity = kindOf<Activity>()('safety-partnership', 'activity');
const isInOrder = planIsInOrder(activity);
const voids = voiding(activity);
const held = holding(activity, () => ({}));
const corrections = correcting(
  activity,
  ['kind', 'plannedOn', 'heldOn', 'area', 'district'],
  isInOrder,
);

/** An activity of a safety partnership. */
export const partnershipActivity = decider(activity, {
  category: 'safety_partnership_activity',
  initialState: nothingYet,
  acts: {
    plan: beginning(activity, (command: Asked<Plan>) => {
      const { partnership, partnershipIs, kind, plannedOn } = command.data;
      if (partnershipIs.status !== 'established') {
        throw new Rejection('an-activity-is-planned-in-a-partnership-that-goes-on');
      }
      const { area, district } = partnershipIs;
      isInOrder({ beganOn: command.occurredOn, plannedOn });
      const data = { partnership, kind, area, district, plannedOn };
      return [happened('safety-partnership.activity-planned.v1', command, data)];
    }),
    ...held.acts,
    ...corrections.acts,
    ...voids.acts,
  },
  evolve: {
    'safety-partnership.activity-planned.v1': (
      _: unknown,
      { occurredOn, data: { partnership, kind, area, district, plannedOn } }: ActivityPlanned,
    ): Activity => ({
      ...{ status: 'planned', beganOn: occurredOn, plannedOn },
      ...{ partnership, kind, area, district },
    }),
    ...held.steps,
    ...corrections.steps,
    ...voids.steps,
  },
  homeOf,
});
