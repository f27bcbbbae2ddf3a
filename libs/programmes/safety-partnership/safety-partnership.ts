import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Episodes,
  ending,
  extending,
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

/** With a local area, or of city and police as a whole, which is none of the local areas. */
export const partnershipKinds = ['local-area', 'police-municipal'] as const;
export type PartnershipKind = (typeof partnershipKinds)[number];
export const planThemes = [
  'young-people',
  'public-space',
  'housing',
  'trade',
  'information-sharing',
] as const;
export type PlanTheme = (typeof planThemes)[number];
export const partnershipEndReasons = ['goals-met', 'merged-with-another', 'no-support'] as const;
export type PartnershipEndReason = (typeof partnershipEndReasons)[number];
export const partnershipReopenReasons = ['new-problems', 'ended-too-early'] as const;
export type PartnershipReopenReason = (typeof partnershipReopenReasons)[number];

/** Organisations that work together for the safety of an area, until a day. */
export interface Partnership {
  readonly status: 'established' | 'ended';
  readonly beganOn: Day;
  readonly kind: PartnershipKind;
  readonly area: string;
  readonly district: District;
  readonly until: Day;
  readonly assignedTo?: string;
  /** Organisations that are in it, and those that were, by code name. */
  readonly partners: readonly string[];
  readonly formerPartners: readonly string[];
  /** What the plan is about; undefined before there is one. */
  readonly themes?: readonly PlanTheme[];
  /** From the day it was established, then each reopening. */
  readonly episodes: Episodes;
}

type Of<Done extends string, Data extends object> = DomainEvent<
  `safety-partnership.partnership-${Done}.v1`,
  Data
>;
/** The day of the event is the first on which the area counts. */
export type Established = Of<
  'established',
  Pick<Partnership, 'kind' | 'area' | 'district' | 'until'>
>;
export type PartnerJoined = Of<'joined', { readonly partner: string }>;
export type PartnerLeft = Of<'left', { readonly partner: string }>;
export type PlanAdopted = Of<'plan-adopted', { readonly themes: readonly PlanTheme[] }>;

const partnership = kindOf<Partnership>()('safety-partnership', 'partnership');
const repairs = together(
  assigning(partnership),
  voiding(partnership),
  reopening(partnership, 'established'),
  extending(partnership),
  ending(partnership, 'end', 'ended'),
  correcting(
    partnership,
    ['kind', 'area', 'district', 'until'],
    ({ until, episodes: [{ from }] }) => {
      runsBeyond(from, until);
    },
  ),
);

const active = (unit: Partnership) => goingOn(partnership, unit);

function runsBeyond(from: Day, until: Day): void {
  refuseUnless(until > from, 'a-partnership-runs-beyond-the-day-it-is-established');
}

/** A safety partnership; its activities are units of their own. */
export const safetyPartnership = decider(partnership, {
  category: 'safety_partnership',
  initialState: nothingYet,
  acts: {
    establish: beginning(partnership, (command: Asked<Established['data']>) => {
      const { kind, area, district, until } = command.data;
      runsBeyond(command.occurredOn, until);
      const data = { kind, area, district, until };
      return [happened('safety-partnership.partnership-established.v1', command, data)];
    }),
    join: acting(partnership, active, (unit, command: Asked<PartnerJoined['data']>) => {
      const { partner } = command.data;
      if (unit.partners.includes(partner)) return [];
      return [happened('safety-partnership.partnership-joined.v1', command, { partner })];
    }),
    leave: acting(partnership, active, (unit, command: Asked<PartnerLeft['data']>) => {
      const { partner } = command.data;
      if (unit.formerPartners.includes(partner)) return [];
      refuseUnless(unit.partners.includes(partner), 'a-partner-joins-before-it-leaves');
      return [happened('safety-partnership.partnership-left.v1', command, { partner })];
    }),
    'adopt-plan': acting(partnership, active, (unit, command: Asked<PlanAdopted['data']>) => {
      const themes = [...new Set(command.data.themes)].sort();
      if (unit.themes?.join() === themes.join()) return [];
      refuseUnless(unit.partners.length > 0, 'a-plan-is-adopted-once-a-partner-has-joined');
      return [happened('safety-partnership.partnership-plan-adopted.v1', command, { themes })];
    }),
    ...repairs.acts,
  },
  evolve: {
    'safety-partnership.partnership-established.v1': (
      _: unknown,
      { occurredOn, data: { kind, area, district, until } }: Established,
    ): Partnership => ({
      ...{ status: 'established', beganOn: occurredOn, kind, area, district, until },
      ...{ partners: [], formerPartners: [] },
      episodes: [{ from: occurredOn, to: undefined }],
    }),
    'safety-partnership.partnership-joined.v1': step<Partnership, PartnerJoined>(
      (unit, { data: { partner } }) => ({
        ...unit,
        partners: [...unit.partners, partner],
        formerPartners: unit.formerPartners.filter((one) => one !== partner),
      }),
    ),
    'safety-partnership.partnership-left.v1': step<Partnership, PartnerLeft>(
      (unit, { data: { partner } }) => ({
        ...unit,
        partners: unit.partners.filter((one) => one !== partner),
        formerPartners: [...unit.formerPartners, partner],
      }),
    ),
    'safety-partnership.partnership-plan-adopted.v1': step<Partnership, PlanAdopted>(
      (unit, { data: { themes } }) => ({ ...unit, themes }),
    ),
    ...repairs.steps,
  },
  homeOf,
});
