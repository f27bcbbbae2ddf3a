import { AreCodes, Dated, IsCode, IsCodeName } from '@sikkerby/http';
import { IsInt, Max, Min } from 'class-validator';
import { principleCodes, type Principle } from '../principles.js';
import {
  effects,
  effortEndReasons,
  effortReasons,
  followUpMethods,
  type Effect,
  type EffortEndReason,
  type EffortReason,
  type FollowUpMethod,
} from './effort.js';

/** The principles that an effort supports: at least three of the first five are expected. */
export class ChangePrinciples extends Dated {
  /** @example ["collaboration", "children-and-youth", "local-areas"] */
  @AreCodes(principleCodes)
  readonly principles!: Principle[];
}

/** `occurredOn` is the first day for which it is financed. */
export class FinanceEffort extends ChangePrinciples {
  /** Code name of the effort. @example koebenhavnerteamet */
  @IsCodeName()
  readonly effort!: string;

  /** Code name of who runs it. @example social-services */
  @IsCodeName()
  readonly organisation!: string;
}

/** `occurredOn` is the day on which it was followed up. */
export class FollowUpEffort extends Dated {
  /** The year of which the effect is said. @example 2017 */
  @IsInt()
  @Min(2010)
  @Max(2099)
  readonly year!: number;

  /** @example positive */
  @IsCode(effects)
  readonly effect!: Effect;

  /** How that was found out. @example before-and-after */
  @IsCode(followUpMethods)
  readonly method!: FollowUpMethod;
}

export class ReviseFollowUp extends FollowUpEffort {
  /** @example new-information */
  @IsCode(effortReasons)
  readonly reason!: EffortReason;
}

/** `occurredOn` is the last day for which it is financed. */
export class EndEffort extends Dated {
  /** @example grant-ran-out */
  @IsCode(effortEndReasons)
  readonly reason!: EffortEndReason;
}

export class WithdrawEndOfEffort extends Dated {
  /** @example mistyped */
  @IsCode(effortReasons)
  readonly reason!: EffortReason;
}
