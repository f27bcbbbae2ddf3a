import {
  acting,
  beginningOrSame,
  decider,
  happened,
  homeInTheWholeCity,
  kindOf,
  nothingYet,
  step,
  voiding,
  type Asked,
  type Done,
} from '@sikkerby/case-kit';
import { day, refuseUnless, type Day } from '@sikkerby/kernel';
import { principlesOn, type Principle } from '../principles.js';

/** What a follow-up says of the effect on crime among those whom the effort is for. */
export const effects = ['positive', 'none', 'negative', 'too-early-to-say'] as const;
export type Effect = (typeof effects)[number];
/** How that was found out. */
export const followUpMethods = [
  'comparison-group',
  'before-and-after',
  'registers',
  'survey',
  'professional-judgement',
] as const;
export type FollowUpMethod = (typeof followUpMethods)[number];
export const effortEndReasons = ['grant-ran-out', 'no-effect', 'became-permanent'] as const;
export type EffortEndReason = (typeof effortEndReasons)[number];
export const effortReasons = ['mistyped', 'new-information'] as const;
export type EffortReason = (typeof effortReasons)[number];

/** The effect of one calendar year. */
export interface FollowUp {
  readonly year: number;
  readonly effect: Effect;
  readonly method: FollowUpMethod;
}

/** An effort (indsats) that the strategy finances. */
export interface Effort {
  readonly status: 'financed' | 'ended';
  /** The first day for which it is financed. */
  readonly beganOn: Day;
  /** The last. */
  readonly endedOn?: Day | undefined;
  /** Code name of the effort, and of who runs it. */
  readonly effort: string;
  readonly organisation: string;
  readonly principles: readonly Principle[];
  /** What the strategy expects otherwise, without refusing it. */
  readonly warnings: readonly 'fewer-than-three-of-the-five-principles'[];
  readonly followUps: readonly FollowUp[];
}

type Of<Verb extends string, Data extends object = object> = Done<
  'funded-effort',
  'effort',
  Verb,
  Data
>;
type Financed = Pick<Effort, 'effort' | 'organisation' | 'principles'>;
/** Financed from the day of the event on. */
export type EffortFinanced = Of<'financed', Financed>;
export type PrinciplesChanged = Of<'principles-changed', Pick<Effort, 'principles'>>;
export type EffortFollowedUp = Of<'followed-up', FollowUp>;
/** Another result for a year that was followed up, with the reason in the envelope. */
export type FollowUpRevised = Of<'follow-up-revised', FollowUp>;
/** The day of the event is the last for which it is financed. */
export type EffortEnded = Of<'ended'>;
export type EffortEndWithdrawn = Of<'end-withdrawn'>;

const kind = kindOf<Effort>()('funded-effort', 'effort');
const voids = voiding(kind);

/** "Expected to support at least three of the five": the sixth principle does not count. */
function warningsOf(supported: readonly Principle[]): Effort['warnings'] {
  const counted = supported.filter((one) => one !== 'extremism').length;
  return counted < 3 ? ['fewer-than-three-of-the-five-principles'] : [];
}

function supportedOn(supported: readonly Principle[], on: Day): readonly Principle[] {
  const there = principlesOn(on);
  const areThere = supported.every((one) => there.includes(one));
  refuseUnless(areThere, 'a-principle-is-supported-from-the-day-on-which-it-is-one');
  return there.filter((one) => supported.includes(one));
}

/** The last day for following up a year: the year's own. */
export function followUpDueOn(year: number): Day {
  return day(`${String(year)}-12-31`);
}

/** Years for which it was financed at least a day, up to one; each is to be followed up. */
export function yearsDue({ beganOn, endedOn }: Effort, until: number): number[] {
  const first = Number(beganOn.slice(0, 4));
  const last = Math.min(until, endedOn ? Number(endedOn.slice(0, 4)) : until);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** When the first year that was not followed up is due; undefined where nothing is left to do. */
export function nextDueOn(unit: Effort): Day | undefined {
  const followed = new Set(unit.followUps.map(({ year }) => year));
  const beyond = Math.max(Number(unit.beganOn.slice(0, 4)) - 1, ...followed) + 1;
  const year = yearsDue(unit, beyond).find((one) => !followed.has(one));
  return year === undefined ? undefined : followUpDueOn(year);
}

function withFollowUp(unit: Effort, { year, effect, method }: FollowUp): Effort {
  const others = unit.followUps.filter((one) => one.year !== year);
  const followUps = [...others, { year, effect, method }];
  return { ...unit, followUps: followUps.toSorted((one, other) => one.year - other.year) };
}

/** One stream for each effort. */
export const fundedEffort = decider(kind, {
  category: 'funded_effort',
  initialState: nothingYet,
  acts: {
    finance: beginningOrSame(
      kind,
      'an-effort-is-recorded-once',
      () => false,
      (command: Asked<Financed>) => {
        const { effort, organisation } = command.data;
        const supported = supportedOn(command.data.principles, command.occurredOn);
        const data = { effort, organisation, principles: supported };
        return [happened('funded-effort.effort-financed.v1', command, data)];
      },
    ),
    'change-principles': acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<Pick<Effort, 'principles'>>) => {
        const supported = supportedOn(command.data.principles, command.occurredOn);
        if (supported.join() === unit.principles.join()) return [];
        const data = { principles: supported };
        return [happened('funded-effort.effort-principles-changed.v1', command, data)];
      },
    ),
    'follow-up': acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<FollowUp>) => {
        const { year, effect, method } = command.data;
        const known = unit.followUps.find((one) => one.year === year);
        if (known) {
          const isSame = known.effect === effect && known.method === method;
          refuseUnless(isSame, 'a-follow-up-is-revised-with-a-reason');
          return [];
        }
        const isDue = yearsDue(unit, year).includes(year);
        refuseUnless(isDue, 'a-year-is-followed-up-in-which-the-effort-was-financed');
        const hasBegun = Number(command.occurredOn.slice(0, 4)) >= year;
        refuseUnless(hasBegun, 'a-year-is-followed-up-once-it-has-begun');
        const data = { year, effect, method };
        return [happened('funded-effort.effort-followed-up.v1', command, data)];
      },
    ),
    'revise-follow-up': acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<FollowUp & { readonly reason: EffortReason }>) => {
        const { year, effect, method, reason } = command.data;
        const known = unit.followUps.find((one) => one.year === year);
        refuseUnless(known !== undefined, 'a-year-is-followed-up-before-that-is-revised');
        if (known.effect === effect && known.method === method) return [];
        const data = { year, effect, method };
        const revised = happened('funded-effort.effort-follow-up-revised.v1', command, data);
        return [{ ...revised, reason }];
      },
    ),
    end: acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<{ readonly reason: EffortEndReason }>) => {
        if (unit.endedOn) {
          const isSame = unit.endedOn === command.occurredOn;
          refuseUnless(isSame, 'an-end-is-withdrawn-before-there-is-another');
          return [];
        }
        const last = unit.followUps.at(-1)?.year ?? 0;
        const isAfter = Number(command.occurredOn.slice(0, 4)) >= last;
        refuseUnless(isAfter, 'an-effort-does-not-end-before-a-year-that-was-followed-up');
        const { reason } = command.data;
        return [{ ...happened('funded-effort.effort-ended.v1', command, {}), reason }];
      },
    ),
    'withdraw-end': acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<{ readonly reason: EffortReason }>) => {
        if (!unit.endedOn) return [];
        const { reason } = command.data;
        return [{ ...happened('funded-effort.effort-end-withdrawn.v1', command, {}), reason }];
      },
    ),
    ...voids.acts,
  },
  evolve: {
    'funded-effort.effort-financed.v1': (
      _: unknown,
      { occurredOn, data: { effort, organisation, principles } }: EffortFinanced,
    ): Effort => ({
      ...{ status: 'financed', beganOn: occurredOn, effort, organisation, principles },
      ...{ warnings: warningsOf(principles), followUps: [] },
    }),
    'funded-effort.effort-principles-changed.v1': step<Effort, PrinciplesChanged>(
      (unit, { data: { principles } }) => ({
        ...unit,
        ...{ principles, warnings: warningsOf(principles) },
      }),
    ),
    'funded-effort.effort-followed-up.v1': step<Effort, EffortFollowedUp>((unit, { data }) =>
      withFollowUp(unit, data),
    ),
    'funded-effort.effort-follow-up-revised.v1': step<Effort, FollowUpRevised>((unit, { data }) =>
      withFollowUp(unit, data),
    ),
    'funded-effort.effort-ended.v1': step<Effort, EffortEnded>((unit, { occurredOn }) => ({
      ...unit,
      ...{ status: 'ended', endedOn: occurredOn },
    })),
    'funded-effort.effort-end-withdrawn.v1': step<Effort, EffortEndWithdrawn>((unit) => ({
      ...unit,
      status: 'financed',
      endedOn: undefined,
    })),
    ...voids.steps,
  },
  homeOf: homeInTheWholeCity,
});
