import { day, refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Episodes,
  ending,
  extending,
  reopening,
  correcting,
  together,
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

export const planEndReasons = ['grant-ran-out', 'goals-met', 'replaced-by-another'] as const;
export type PlanEndReason = (typeof planEndReasons)[number];
export const planReopenReasons = ['new-grant', 'ended-too-early'] as const;
export type PlanReopenReason = (typeof planReopenReasons)[number];

/** How many lived in an area on 1 January of a year: about, never exact. */
export interface Observation {
  readonly area: string;
  readonly year: number;
  readonly residents: number;
}

/** What housing associations and city do together in some areas, for as long as it is in force. */
export interface HousingPlan {
  readonly status: 'registered' | 'in-force' | 'ended';
  readonly beganOn: Day;
  readonly areas: readonly string[];
  readonly district: District;
  readonly until: Day;
  /** The latest of each area and year. */
  readonly observations: readonly Observation[];
  /** From the first day in force, then each reopening; undefined before. */
  readonly episodes?: Episodes;
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `housing-plan.plan-${Done}.v1`,
  Data
>;
export type PlanRegistered = Of<'registered', Pick<HousingPlan, 'areas' | 'district' | 'until'>>;
/** The day of the event is the first day in force. */
export type EnteredIntoForce = Of<'entered-into-force'>;
export type CoverageObserved = Of<'coverage-observed', Observation>;

const plan = kindOf<HousingPlan>()('housing-plan', 'plan');
const repairs = together(
  voiding(plan),
  reopening(plan, 'in-force'),
  extending(plan),
  ending(plan, 'end', 'ended'),
  correcting(plan, ['areas', 'district', 'until'], ({ areas, beganOn, episodes, until }) => {
    refuseUnless(new Set(areas).size === areas.length, 'a-plan-names-an-area-once');
    runsBeyond(episodes?.[0].from ?? beganOn, until);
  }),
);

function runsBeyond(from: Day, until: Day): void {
  refuseUnless(until > from, 'a-plan-runs-beyond-the-day-it-enters-into-force');
}

function withObservation({ observations }: HousingPlan, one: Observation): Observation[] {
  const others = observations.filter(({ area, year }) => area !== one.area || year !== one.year);
  return [...others, one];
}

/** A social housing plan over one or more areas. */
export const housingPlan = decider(plan, {
  category: 'housing_plan',
  initialState: nothingYet,
  acts: {
    register: beginning(plan, (command: Asked<PlanRegistered['data']>) => {
      const { district, until } = command.data;
      runsBeyond(command.occurredOn, until);
      const data = { areas: [...new Set(command.data.areas)].sort(), district, until };
      return [happened('housing-plan.plan-registered.v1', command, data)];
    }),
    'enter-into-force': acting(
      plan,
      (unit: HousingPlan) => unit,
      (unit, command: Asked<object>) => {
        if (unit.episodes) return [];
        runsBeyond(command.occurredOn, unit.until);
        return [happened('housing-plan.plan-entered-into-force.v1', command, {})];
      },
    ),
    'observe-coverage': acting(
      plan,
      (unit: HousingPlan) => unit,
      (unit, command: Asked<Observation>) => {
        const { area, year, residents } = command.data;
        refuseUnless(unit.areas.includes(area), 'residents-are-observed-in-an-area-of-the-plan');
        const hasBeen = firstOf(year) <= command.occurredOn;
        refuseUnless(hasBeen, 'residents-are-observed-as-of-a-1-january-that-has-been');
        const known = unit.observations.find((one) => one.area === area && one.year === year);
        if (known?.residents === residents) return [];
        const data = { area, year, residents };
        return [happened('housing-plan.plan-coverage-observed.v1', command, data)];
      },
    ),
    ...repairs.acts,
  },
  evolve: {
    'housing-plan.plan-registered.v1': (
      _: unknown,
      { occurredOn, data: { areas, district, until } }: PlanRegistered,
    ): HousingPlan => ({
      ...{ status: 'registered', beganOn: occurredOn, areas, district, until },
      observations: [],
    }),
    'housing-plan.plan-entered-into-force.v1': step<HousingPlan, EnteredIntoForce>(
      (unit, { occurredOn }) => ({
        ...unit,
        ...{ status: 'in-force', episodes: [{ from: occurredOn, to: undefined }] },
      }),
    ),
    'housing-plan.plan-coverage-observed.v1': step<HousingPlan, CoverageObserved>(
      (unit, { data: { area, year, residents } }) => ({
        ...unit,
        observations: withObservation(unit, { area, year, residents }),
      }),
    ),
    ...repairs.steps,
  },
  homeOf,
});

function firstOf(year: number): Day {
  return day(`${String(year)}-01-01`);
}
