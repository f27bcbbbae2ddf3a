import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  lastOf,
  type Episodes,
  ending,
  goingOn,
  reopening,
  assigning,
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

/** A plan for what happened, or one of preparedness for what may happen, which is counted apart. */
export const planKinds = ['acute', 'preparedness'] as const;
export type PlanKind = (typeof planKinds)[number];
export const triggers = ['shooting', 'stabbing', 'arson', 'group-conflict', 'unrest'] as const;
export type Trigger = (typeof triggers)[number];
export const planMeasures = [
  'visible-adults',
  'police-patrols',
  'talks-with-parents',
  'help-at-school',
  'information-to-residents',
] as const;
export type PlanMeasure = (typeof planMeasures)[number];
export const politicalLevels = ['lord-mayor', 'committee', 'city-council'] as const;
export type PoliticalLevel = (typeof politicalLevels)[number];
export const deactivationReasons = ['calm-again', 'taken-over-by-others'] as const;
export type DeactivationReason = (typeof deactivationReasons)[number];
export const reactivationReasons = ['flared-up-again', 'deactivated-too-early'] as const;
export type ReactivationReason = (typeof reactivationReasons)[number];
export const evaluations = ['worked', 'worked-in-part', 'did-not-work'] as const;
export type Evaluation = (typeof evaluations)[number];

/** A plan of SSP in a district: what was done, never about whom. */
export interface AcutePlan {
  readonly status: 'active' | 'deactivated' | 'evaluated';
  readonly beganOn: Day;
  readonly kind: PlanKind;
  readonly trigger: Trigger;
  readonly district: District;
  readonly assignedTo?: string;
  readonly measures: readonly PlanMeasure[];
  readonly informed: readonly PoliticalLevel[];
  readonly evaluation?: Evaluation;
  /** From the activation, then each reopening. */
  readonly episodes: Episodes;
}

type Of<Done extends string, Data extends object> = DomainEvent<`acute-plan.plan-${Done}.v1`, Data>;
/** The day of the event is the year in which an acute plan counts. */
export type PlanActivated = Of<'activated', Pick<AcutePlan, 'kind' | 'trigger' | 'district'>>;
export type MeasureRecorded = Of<'measure-recorded', { readonly measure: PlanMeasure }>;
export type PoliticalLevelInformed = Of<
  'political-level-informed',
  { readonly level: PoliticalLevel }
>;
export type PlanEvaluated = Of<'evaluated', { readonly evaluation: Evaluation }>;

const plan = kindOf<AcutePlan>()('acute-plan', 'plan');
const repairs = together(
  assigning(plan),
  voiding(plan),
  reopening(plan, 'active'),
  ending(plan, 'deactivate', 'deactivated'),
  correcting(plan, ['kind', 'trigger', 'district', 'evaluation']),
);

const active = (unit: AcutePlan) => goingOn(plan, unit);

/** An acute plan, or a plan of preparedness. */
export const acutePlan = decider(plan, {
  category: 'acute_plan',
  initialState: nothingYet,
  acts: {
    activate: beginning(plan, (command: Asked<PlanActivated['data']>) => {
      const { kind, trigger, district } = command.data;
      return [happened('acute-plan.plan-activated.v1', command, { kind, trigger, district })];
    }),
    'record-measure': acting(plan, active, (unit, command: Asked<MeasureRecorded['data']>) => {
      const { measure } = command.data;
      if (unit.measures.includes(measure)) return [];
      return [happened('acute-plan.plan-measure-recorded.v1', command, { measure })];
    }),
    'inform-political-level': acting(
      plan,
      (unit: AcutePlan) => unit,
      (unit, command: Asked<PoliticalLevelInformed['data']>) => {
        const { level } = command.data;
        if (unit.informed.includes(level)) return [];
        return [happened('acute-plan.plan-political-level-informed.v1', command, { level })];
      },
    ),
    evaluate: acting(
      plan,
      (unit: AcutePlan) => {
        refuseUnless(unit.status !== 'active', 'a-plan-is-evaluated-after-it-was-deactivated');
        return unit;
      },
      (unit, command: Asked<PlanEvaluated['data']>) => {
        if (unit.status === 'evaluated') return [];
        const { to } = lastOf(unit.episodes);
        const isAfter = to !== undefined && command.occurredOn >= to;
        refuseUnless(isAfter, 'a-plan-is-evaluated-after-it-was-deactivated');
        const { evaluation } = command.data;
        return [happened('acute-plan.plan-evaluated.v1', command, { evaluation })];
      },
    ),
    ...repairs.acts,
  },
  evolve: {
    'acute-plan.plan-activated.v1': (
      _: unknown,
      { occurredOn, data: { kind, trigger, district } }: PlanActivated,
    ): AcutePlan => ({
      ...{ status: 'active', beganOn: occurredOn, kind, trigger, district },
      ...{ measures: [], informed: [] },
      episodes: [{ from: occurredOn, to: undefined }],
    }),
    'acute-plan.plan-measure-recorded.v1': step<AcutePlan, MeasureRecorded>(
      (unit, { data: { measure } }) => ({ ...unit, measures: [...unit.measures, measure] }),
    ),
    'acute-plan.plan-political-level-informed.v1': step<AcutePlan, PoliticalLevelInformed>(
      (unit, { data: { level } }) => ({ ...unit, informed: [...unit.informed, level] }),
    ),
    'acute-plan.plan-evaluated.v1': step<AcutePlan, PlanEvaluated>(
      (unit, { data: { evaluation } }) => ({ ...unit, status: 'evaluated', evaluation }),
    ),
    ...repairs.steps,
  },
  homeOf,
});
