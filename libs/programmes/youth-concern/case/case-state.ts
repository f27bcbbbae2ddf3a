import { refuseUnless, type Day } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import type {
  ActionOutcome,
  CancelReason,
  ClosingReason,
  ConcernType,
  Forum,
  ForumDecision,
  Gender,
  Level,
  Track,
  UnfinishedReason,
} from '../concern-codes.js';
import { type Episodes, kindOf, type AnyUnit, type UnitState } from '@sikkerby/case-kit';

/** A value and the day it holds from. The latest day counts; of several on one day the last said. */
export interface Since<Value> {
  readonly value: Value;
  readonly since: Day;
}

export function settle<Value>(now: Since<Value>, value: Value, since: Day): Since<Value> {
  return since < now.since ? now : { value, since };
}

/** When the opening turns out to be on another day: what held from it on holds from its right day. */
export function sinceOpening<Value>(now: Since<Value>, wrong: Day, right: Day): Since<Value> {
  return now.since === wrong ? { ...now, since: right } : now;
}

/** Whether saying so from that day on would change nothing. */
export function holdsAlready<Value>(now: Since<Value>, value: Value, from: Day): boolean {
  return from >= now.since && JSON.stringify(now.value) === JSON.stringify(value);
}

export interface Action {
  readonly organisation: string;
  readonly dueOn: Day;
  /** Its outcome, or why it was cancelled; undefined while it is open. */
  readonly endedAs: ActionOutcome | CancelReason | undefined;
}

export interface AgendaItem {
  readonly forum: Forum;
  readonly meetingOn: Day;
  /** What the forum decided, or that it never came to it; undefined while it waits. */
  readonly endedAs: ForumDecision | 'taken-off' | undefined;
}

export interface Referral {
  readonly organisation: string;
  readonly until: Day;
  readonly ended: boolean;
}

export interface PendingTransfer {
  readonly toDistrict: District;
  readonly toTeam: string;
  readonly requestedOn: Day;
}

/** A closing that somebody asked for and another has to answer. */
export interface PendingClosing {
  readonly requestedBy: string;
  readonly requestedOn: Day;
  readonly reason: ClosingReason;
  readonly unfinishedActionsBecause?: UnfinishedReason;
}

type ById<Thing> = Readonly<Record<string, Thing>>;

interface Particulars extends AnyUnit {
  readonly subject: string;
  readonly gender: Gender;
  readonly ageAtOpening: number;
  readonly track: Track;
  readonly district: Since<District>;
  readonly level: Since<Level>;
  readonly concernTypes: Since<readonly ConcernType[]>;
  readonly team: string;
  readonly caseworker: string | undefined;
  readonly hasPlan: boolean;
  readonly actions: ById<Action>;
  readonly agenda: ById<AgendaItem>;
  readonly referrals: ById<Referral>;
  readonly transfer: PendingTransfer | undefined;
  readonly closing: PendingClosing | undefined;
  /** They are 18, and it is not settled yet what becomes of the case. */
  readonly eighteenProposed: boolean;
  readonly episodes: Episodes;
}

export interface OpenCase extends Particulars {
  readonly status: 'open';
}

export interface ClosedCase extends Particulars {
  readonly status: 'closed';
}

/** A case that is there and counts. */
export type LiveCase = OpenCase | ClosedCase;

export type CaseState = UnitState<LiveCase>;

export const theCase = kindOf<LiveCase>()('youth-concern', 'case');

/** Open or closed. */
export function asItIs(live: LiveCase): LiveCase {
  return live;
}

export function openCase(live: LiveCase): OpenCase {
  refuseUnless(live.status === 'open', 'a-closed-case-is-reopened-first');
  return live;
}
