import { refuseUnless, type Day } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
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
  type Done,
} from '@sikkerby/case-kit';

/** A lift makes a place safer; a safe-space project, such as Smedetoften, is larger and counted apart. */
export const liftKinds = ['lift', 'safe-space-project'] as const;
export type LiftKind = (typeof liftKinds)[number];

export const liftMeasures = [
  'lighting',
  'speed-bumps',
  'cutting-back-greenery',
  'clearing-up',
  'seating',
  'crossing',
] as const;
export type LiftMeasure = (typeof liftMeasures)[number];

/** A place of the city that is to become safer, by its code name. */
export interface Lift {
  readonly status: 'proposed' | 'completed' | 'annulled';
  readonly beganOn: Day;
  readonly kind: LiftKind;
  readonly place: string;
  readonly district: District;
  readonly measures: readonly LiftMeasure[];
  /** Only of a lift that is completed. */
  readonly completedOn?: Day;
}

type Of<Verb extends string, Data extends object> = Done<'safety-lift', 'lift', Verb, Data>;
export type LiftProposed = Of<'proposed', Pick<Lift, 'kind' | 'place' | 'district'>>;
/** The day of the event is the day on which the work was done: the year in which it counts. */
export type LiftCompleted = Of<'completed', Pick<Lift, 'measures'>>;
export type LiftAnnulled = Of<'annulled', object>;

const lift = kindOf<Lift>()('safety-lift', 'lift');
const voids = voiding(lift);
const corrections = correcting(
  lift,
  ['kind', 'place', 'district', 'measures', 'completedOn'],
  ({ beganOn, completedOn = beganOn }) => {
    refuseUnless(completedOn >= beganOn, 'a-lift-is-proposed-before-it-is-completed');
  },
);

function stillProposed(unit: Lift): Lift {
  refuseUnless(unit.status !== 'annulled', 'an-annulled-lift-is-not-carried-out');
  return unit;
}

function notCompleted(unit: Lift): Lift {
  refuseUnless(unit.status !== 'completed', 'a-completed-lift-is-voided-and-not-annulled');
  return unit;
}

/** A safety lift at one place. */
export const safetyLift = decider(lift, {
  category: 'safety_lift',
  initialState: nothingYet,
  acts: {
    propose: beginning(lift, (command: Asked<LiftProposed['data']>) => {
      const { kind, place, district } = command.data;
      return [happened('safety-lift.lift-proposed.v1', command, { kind, place, district })];
    }),
    complete: acting(lift, stillProposed, (unit, command: Asked<LiftCompleted['data']>) => {
      if (unit.status === 'completed') return [];
      const measures = [...new Set(command.data.measures)].sort();
      return [happened('safety-lift.lift-completed.v1', command, { measures })];
    }),
    annul: acting(lift, notCompleted, (unit, command: Asked<object>) =>
      unit.status === 'annulled' ? [] : [happened('safety-lift.lift-annulled.v1', command, {})],
    ),
    ...corrections.acts,
    ...voids.acts,
  },
  evolve: {
    'safety-lift.lift-proposed.v1': (_: unknown, { occurredOn, data }: LiftProposed): Lift => ({
      ...{ status: 'proposed', beganOn: occurredOn, measures: [] },
      ...{ kind: data.kind, place: data.place, district: data.district },
    }),
    'safety-lift.lift-completed.v1': step<Lift, LiftCompleted>((unit, { occurredOn, data }) => ({
      ...unit,
      ...{ status: 'completed', completedOn: occurredOn, measures: data.measures },
    })),
    'safety-lift.lift-annulled.v1': step<Lift, LiftAnnulled>((unit) => ({
      ...unit,
      status: 'annulled',
    })),
    ...corrections.steps,
    ...voids.steps,
  },
  homeOf,
});
