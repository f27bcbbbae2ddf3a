import {
  addDays,
  addMonths,
  refuseUnless,
  Rejection,
  type Day,
  type DomainEvent,
} from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  ended,
  type Episodes,
  begun,
  ending,
  goingOn,
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
  type UnitState,
} from '@sikkerby/case-kit';

export const premises = ['club', 'shop', 'cafe', 'basement', 'dwelling'] as const;
export type Premises = (typeof premises)[number];
export const ownerAnswers = ['agrees', 'objects', 'no-answer'] as const;
export type OwnerAnswer = (typeof ownerAnswers)[number];
export const refusalReasons = ['gatherings-go-on', 'risk-of-violence'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
export const withdrawalReasons = ['gatherings-stopped', 'new-owner', 'appeal-upheld'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** A ban on gathering at a place: a first one lasts three months, a repeat until it is withdrawn. */
export interface Ban {
  readonly status:
    | 'warned'
    | 'owner-heard'
    | 'in-force'
    | 'withdrawal-asked'
    | 'withdrawn'
    | 'expired'
    | 'warning-expired';
  readonly beganOn: Day;
  readonly place: string;
  readonly premises: Premises;
  readonly district: District;
  readonly assignedTo?: string;
  readonly ownerHeardOn?: Day;
  readonly repeat?: boolean;
  /** From the day of the decision; undefined before it. */
  readonly episodes?: Episodes;
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `gathering-ban.ban-${Done}.v1`,
  Data
>;
/** The day of the event is the first of the two years for which the warning is valid. */
export type Warned = Of<'warned', Pick<Ban, 'place' | 'premises' | 'district'>>;
export type OwnerHeard = Of<'owner-heard', { readonly answer: OwnerAnswer }>;
/** The day of the event is the first in force, and the year in which the decision counts. */
export type Issued = Of<'issued', { readonly repeat: boolean; readonly repeatOf?: string }>;
export type WithdrawalAsked = Of<'withdrawal-asked'>;
export type WithdrawalRefused = Of<'withdrawal-refused', { readonly reason: RefusalReason }>;
export type Expired = Of<'expired'>;
export type WarningExpired = Of<'warning-expired'>;

/** What is asked for, and how the earlier ban stands of which it is a repeat. */
interface Issue {
  readonly repeatOf?: string;
  readonly repeatOfIs?: UnitState<Ban>;
}

const ban = kindOf<Ban>()('gathering-ban', 'ban');
const repairs = together(
  assigning(ban),
  voiding(ban),
  ending(ban, 'withdraw', 'withdrawn'),
  correcting(
    ban,
    ['place', 'premises', 'district', 'repeat', 'ownerHeardOn'],
    ({ beganOn, ownerHeardOn, episodes }) => {
      refuseUnless((ownerHeardOn ?? beganOn) >= beganOn, 'the-owner-is-heard-after-the-warning');
      if (!episodes) return;
      const [{ from }] = episodes;
      refuseUnless((ownerHeardOn ?? from) <= from, 'no-ban-before-the-owner-was-heard');
      isStillWarned(beganOn, from);
    },
  ),
);

/** Last day on which a ban can follow the warning. */
export function warnedUntil({ beganOn }: Pick<Ban, 'beganOn'>): Day {
  return addDays(addMonths(beganOn, 24), -1);
}

/** Last day in force of a first ban; undefined where it lasts until it is withdrawn. */
export function lapsesOn({ repeat, episodes }: Pick<Ban, 'repeat' | 'episodes'>): Day | undefined {
  return episodes && !repeat ? addDays(addMonths(episodes[0].from, 3), -1) : undefined;
}

function isStillWarned(warnedOn: Day, on: Day): void {
  const valid = on <= warnedUntil({ beganOn: warnedOn });
  refuseUnless(valid, 'a-ban-follows-a-warning-of-the-last-two-years');
}

/** The ban until it is issued. */
function notIssued(unit: Ban): Ban {
  refuseUnless(unit.status !== 'warning-expired', 'an-expired-warning-is-given-anew');
  refuseUnless(!unit.episodes, 'the-owner-is-heard-before-the-ban');
  return unit;
}

/** Whether it is a repeat: of a ban that was issued at the same place, and not later. */
function isRepeat({ place }: Ban, on: Day, { repeatOfIs }: Issue): boolean {
  if (!repeatOfIs) return false;
  if (!('place' in repeatOfIs) || repeatOfIs.place !== place || !repeatOfIs.episodes) {
    throw new Rejection('a-repeat-follows-an-earlier-ban-at-the-place');
  }
  const isEarlier = repeatOfIs.episodes[0].from < on;
  refuseUnless(isEarlier, 'a-repeat-follows-an-earlier-ban-at-the-place');
  return true;
}

const inForce = (unit: Ban) => goingOn(ban, unit);

/** A ban on gathering at one place, from the warning on. */
export const gatheringBan = decider(ban, {
  category: 'gathering_ban',
  initialState: nothingYet,
  acts: {
    warn: beginning(ban, (command: Asked<Warned['data']>) => {
      const { place, premises: where, district } = command.data;
      const data = { place, premises: where, district };
      return [happened('gathering-ban.ban-warned.v1', command, data)];
    }),
    'hear-owner': acting(ban, notIssued, (unit, command: Asked<OwnerHeard['data']>) => {
      if (unit.ownerHeardOn) return [];
      const { answer } = command.data;
      return [happened('gathering-ban.ban-owner-heard.v1', command, { answer })];
    }),
    issue: acting(
      ban,
      (unit: Ban) => unit,
      (unit, command: Asked<Issue>) => {
        if (unit.episodes) return [];
        const { ownerHeardOn } = notIssued(unit);
        const { occurredOn, data } = command;
        const wasHeard = ownerHeardOn !== undefined && ownerHeardOn <= occurredOn;
        refuseUnless(wasHeard, 'no-ban-before-the-owner-was-heard');
        isStillWarned(unit.beganOn, occurredOn);
        const repeat = isRepeat(unit, occurredOn, data);
        const { repeatOf } = data;
        const decision = { repeat, ...(repeatOf === undefined ? {} : { repeatOf }) };
        return [happened('gathering-ban.ban-issued.v1', command, decision)];
      },
    ),
    'ask-withdrawal': acting(ban, inForce, (unit, command: Asked<object>) =>
      unit.status === 'withdrawal-asked'
        ? []
        : [happened('gathering-ban.ban-withdrawal-asked.v1', command, {})],
    ),
    'refuse-withdrawal': acting(ban, inForce, (unit, command: Asked<WithdrawalRefused['data']>) => {
      if (unit.status === 'in-force') return [];
      const { reason } = command.data;
      return [happened('gathering-ban.ban-withdrawal-refused.v1', command, { reason })];
    }),
    expire: acting(
      ban,
      (unit: Ban) => begun(ban, unit),
      (unit, command: Asked<object>) => {
        if (unit.status === 'expired') return [];
        const last = lapsesOn(inForce(unit));
        refuseUnless(last !== undefined, 'a-repeated-ban-lasts-until-it-is-withdrawn');
        refuseUnless(command.occurredOn >= last, 'a-first-ban-lasts-three-months');
        return [happened('gathering-ban.ban-expired.v1', command, {})];
      },
    ),
    'warning-expire': acting(
      ban,
      (unit: Ban) => unit,
      (unit, command: Asked<object>) => {
        if (unit.status === 'warning-expired') return [];
        refuseUnless(!unit.episodes, 'a-warning-that-led-to-a-ban-does-not-expire');
        refuseUnless(command.occurredOn >= warnedUntil(unit), 'a-warning-is-valid-for-two-years');
        return [happened('gathering-ban.ban-warning-expired.v1', command, {})];
      },
    ),
    ...repairs.acts,
  },
  evolve: {
    'gathering-ban.ban-warned.v1': (_: unknown, { occurredOn, data }: Warned): Ban => {
      const { place, premises: where, district } = data;
      return { status: 'warned', beganOn: occurredOn, place, premises: where, district };
    },
    'gathering-ban.ban-owner-heard.v1': step<Ban, OwnerHeard>((unit, { occurredOn }) => ({
      ...unit,
      ...{ status: 'owner-heard', ownerHeardOn: occurredOn },
    })),
    'gathering-ban.ban-issued.v1': step<Ban, Issued>((unit, { occurredOn, data: { repeat } }) => ({
      ...unit,
      ...{ status: 'in-force', repeat, episodes: [{ from: occurredOn, to: undefined }] },
    })),
    'gathering-ban.ban-withdrawal-asked.v1': becomes('withdrawal-asked'),
    'gathering-ban.ban-withdrawal-refused.v1': becomes('in-force'),
    'gathering-ban.ban-expired.v1': step<Ban, Expired>((unit, { occurredOn }) => ({
      ...unit,
      status: 'expired',
      episodes: ended(begun(ban, unit).episodes, lapsesOn(unit) ?? occurredOn),
    })),
    'gathering-ban.ban-warning-expired.v1': becomes('warning-expired'),
    ...repairs.steps,
  },
  homeOf,
});

function becomes(status: Ban['status']) {
  return step<Ban, DomainEvent>((unit) => ({ ...unit, status }));
}
