import { refuseUnless, type Day } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  acting,
  beginning,
  correcting,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  step,
  voiding,
  type Asked,
  type Done,
} from '@sikkerby/case-kit';

export const times = ['day', 'evening'] as const;
export type Time = (typeof times)[number];

/** Something that is planned in a district, and then done. */
export interface Activity {
  readonly status: 'planned' | 'completed';
  readonly beganOn: Day;
  readonly time: Time;
  readonly district: District;
  /** How many took part; like the day, only of an activity that is completed. */
  readonly participants?: number;
  readonly completedOn?: Day;
}

type Of<Verb extends string, Data extends object> = Done<'new-programme', 'activity', Verb, Data>;
export type ActivityPlanned = Of<'planned', Pick<Activity, 'time' | 'district'>>;
/** The day of the event is the day on which it was done: the year in which it counts. */
export type ActivityCompleted = Of<'completed', { readonly participants: number }>;

const kind = kindOf<Activity>()('new-programme', 'activity');
const voids = voiding(kind);
const corrections = correcting(
  kind,
  ['time', 'district', 'participants', 'completedOn'],
  ({ beganOn, completedOn = beganOn }) => {
    refuseUnless(completedOn >= beganOn, 'an-activity-is-planned-before-it-is-completed');
  },
);

/** An activity in one district. */
export const activity = decider(kind, {
  category: 'new_programme',
  initialState: nothingYet,
  acts: {
    plan: beginning(kind, (command: Asked<ActivityPlanned['data']>) => {
      const { time, district } = command.data;
      return [happened('new-programme.activity-planned.v1', command, { time, district })];
    }),
    complete: acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<ActivityCompleted['data']>) => {
        if (unit.status === 'completed') return [];
        const { participants } = command.data;
        return [happened('new-programme.activity-completed.v1', command, { participants })];
      },
    ),
    ...corrections.acts,
    ...voids.acts,
  },
  evolve: {
    'new-programme.activity-planned.v1': (
      _: unknown,
      { occurredOn, data }: ActivityPlanned,
    ): Activity => ({
      status: 'planned',
      beganOn: occurredOn,
      time: data.time,
      district: data.district,
    }),
    'new-programme.activity-completed.v1': step<Activity, ActivityCompleted>(
      (unit, { occurredOn, data }) => ({
        ...unit,
        status: 'completed',
        completedOn: occurredOn,
        participants: data.participants,
      }),
    ),
    ...corrections.steps,
    ...voids.steps,
  },
  homeOf,
});
