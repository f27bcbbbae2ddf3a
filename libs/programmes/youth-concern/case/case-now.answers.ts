import { Receipt } from '@sikkerby/commands';
import type { District } from '@sikkerby/reference';
import type { ClosingReason, ConcernType, Forum, Gender, Level, Track } from '../concern-codes.js';

export class EpisodeNow {
  /** @example 2017-03-01 */
  readonly from!: string;
  /** Its last day; missing while it goes on. */
  readonly to?: string;
}

export class ActionNow {
  readonly actionId!: string;
  /** @example social-services */
  readonly organisation!: string;
  /** @example 2017-04-10 */
  readonly dueOn!: string;
  /** Its outcome, or why it was cancelled; missing while it is open. */
  readonly endedAs?: string;
}

export class AgendaItemNow {
  readonly itemId!: string;
  readonly forum!: Forum;
  /** @example 2017-03-20 */
  readonly meetingOn!: string;
  /** What the forum decided, or `taken-off`; missing while it waits. */
  readonly endedAs?: string;
}

export class ReferralNow {
  readonly referralId!: string;
  /** @example ungdommens-hus */
  readonly organisation!: string;
  /** @example 2017-06-01 */
  readonly until!: string;
  readonly ended!: boolean;
}

export class TransferNow {
  readonly toDistrict!: District;
  /** @example ssp-valby */
  readonly toTeam!: string;
  /** @example 2017-03-10 */
  readonly requestedOn!: string;
}

export class ClosingNow {
  /** @example demo-caseworker */
  readonly requestedBy!: string;
  /** @example 2017-06-01 */
  readonly requestedOn!: string;
  readonly reason!: ClosingReason;
}

/** A case as it is, or as it was before it was voided or merged. */
export class CaseNow extends Receipt {
  readonly status!: 'open' | 'closed' | 'void' | 'merged';
  /** The case that it was merged into. */
  readonly survivor?: string;
  /** The young person, as the programme's own reference. */
  readonly subject!: string;
  /** From the vault; missing when it is gone from there, or not for you to read. @example "Prøve Opdigtet-7" */
  readonly name?: string;
  readonly gender!: Gender;
  /** In whole years. @example 15 */
  readonly ageAtOpening!: number;
  readonly track!: Track;
  readonly district!: District;
  readonly level!: Level;
  readonly concernTypes!: ConcernType[];
  /** @example ssp-noerrebro */
  readonly team!: string;
  /** @example demo-caseworker */
  readonly caseworker?: string;
  /** The day on which it opened. @example 2017-03-01 */
  readonly beganOn!: string;
  /** The opening first, then each reopening. */
  readonly episodes!: EpisodeNow[];
  readonly hasPlan!: boolean;
  readonly actions!: ActionNow[];
  readonly agenda!: AgendaItemNow[];
  readonly referrals!: ReferralNow[];
  /** Asked for and not yet answered. */
  readonly transfer?: TransferNow;
  /** Asked for and not yet answered. */
  readonly closing?: ClosingNow;
  /** They are 18: the case is to be closed, or moved to `ssp-plus`. */
  readonly eighteenProposed!: boolean;
}
