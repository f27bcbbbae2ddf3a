import {
  AreCodes,
  Dated,
  IsCalendarDay,
  IsCode,
  IsCodeName,
  IsDistrict,
  IsId,
} from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { correctionOf, isCode, isCodeName } from '@sikkerby/case-kit/edge';
import { activityKinds, type ActivityKind } from './activity.js';
import {
  partnershipEndReasons,
  partnershipKinds,
  partnershipReopenReasons,
  planThemes,
  type PartnershipEndReason,
  type PartnershipKind,
  type PartnershipReopenReason,
  type PlanTheme,
} from './safety-partnership.js';

export class EstablishPartnership extends Dated {
  /** With a local area, or of city and police, which does not count among the areas. @example local-area */
  @IsCode(partnershipKinds)
  readonly kind!: PartnershipKind;

  /** Code name of the area. @example folehaven */
  @IsCodeName()
  readonly area!: string;

  /** @example valby */
  @IsDistrict()
  readonly district!: District;

  /** Until when it is to go on. @example 2021-12-31 */
  @IsCalendarDay()
  readonly until!: Day;
}

export class PartnerOf extends Dated {
  /** Code name of the organisation. @example boligforening-3b */
  @IsCodeName()
  readonly partner!: string;
}

export class AdoptPartnershipPlan extends Dated {
  /** What the plan is about. @example ["young-people", "public-space"] */
  @AreCodes(planThemes)
  readonly themes!: PlanTheme[];
}

export class EndPartnership extends Dated {
  /** @example goals-met */
  @IsCode(partnershipEndReasons)
  readonly reason!: PartnershipEndReason;
}

export class ReopenPartnership extends Dated {
  /** @example new-problems */
  @IsCode(partnershipReopenReasons)
  readonly reason!: PartnershipReopenReason;
}

export class PlanPartnershipActivity extends Dated {
  /** Id of the partnership whose activity it is. */
  @IsId()
  readonly partnership!: string;

  /** @example safety-walk */
  @IsCode(activityKinds)
  readonly kind!: ActivityKind;

  /** @example 2018-05-03 */
  @IsCalendarDay()
  readonly plannedOn!: Day;
}

export const CorrectPartnership = correctionOf('Partnership', {
  kind: isCode(partnershipKinds),
  area: isCodeName,
  district: isDistrict,
  until: isDay,
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});

export const CorrectPartnershipActivity = correctionOf('PartnershipActivity', {
  kind: isCode(activityKinds),
  area: isCodeName,
  district: isDistrict,
  plannedOn: isDay,
  heldOn: isDay,
});
