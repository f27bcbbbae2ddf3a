import { AreCodes, Dated, IsCalendarDay, IsCode, IsDistrict, IsId, Sealed } from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsBoolean } from 'class-validator';
import { correctionOf, isCode } from '@sikkerby/case-kit/edge';
import {
  endReasons,
  planAreas,
  reopenReasons,
  riskLevels,
  suspendReasons,
  tracks,
  type EndReason,
  type PlanArea,
  type ReopenReason,
  type RiskLevel,
  type SuspendReason,
  type Track,
} from './exit-programme.js';

export class RecordEnquiry extends Dated {
  /** Who asks for help, by the reference that the register gave. */
  @IsId()
  readonly subject!: string;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** @example "Opdigtet beskrivelse til demonstration." */
  @Sealed(10_000)
  readonly description!: string;
}

export class OfferProgramme extends Dated {
  /** The city's own programme, or the national framework model. @example own-programme */
  @IsCode(tracks)
  readonly track!: Track;
}

export class Enrol extends Dated {
  /** Whose enrolment it is: the age is reckoned on the day. */
  @IsId()
  readonly subject!: string;

  /** Whether they live in Copenhagen on the day; only those count. @example true */
  @IsBoolean()
  readonly resident!: boolean;
}

export class AssessRisk extends Dated {
  /** @example raised */
  @IsCode(riskLevels)
  readonly risk!: RiskLevel;

  /** @example "Opdigtet vurdering til demonstration." */
  @Sealed(10_000)
  readonly text!: string;
}

export class AdoptExitPlan extends Dated {
  /** @example ["housing", "job"] */
  @AreCodes(planAreas)
  readonly areas!: PlanArea[];

  /** When the plan is looked at again. @example 2017-06-01 */
  @IsCalendarDay()
  readonly reviewOn!: Day;

  /** @example "Opdigtet plan til demonstration." */
  @Sealed(10_000)
  readonly text!: string;
}

export class SuspendProgramme extends Dated {
  /** @example not-reached */
  @IsCode(suspendReasons)
  readonly reason!: SuspendReason;
}

export class EndProgramme extends Dated {
  /** @example withdrew */
  @IsCode(endReasons)
  readonly reason!: EndReason;
}

export class ReopenProgramme extends Dated {
  /** @example relapse */
  @IsCode(reopenReasons)
  readonly reason!: ReopenReason;
}

export const CorrectEnrolment = correctionOf('Enrolment', {
  track: isCode(tracks),
  district: isDistrict,
  resident: isCode([true, false]),
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});
