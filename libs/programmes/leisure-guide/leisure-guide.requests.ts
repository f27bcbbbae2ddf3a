import { Dated, IsCode, IsCodeName, IsDistrict, IsId, Sealed } from '@sikkerby/http';
import { isDay } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsInt, Max, Min } from 'class-validator';
import { correctionOf, isCode, isCodeName, isWhole } from '@sikkerby/case-kit/edge';
import { refusalReasons, type RefusalReason } from './fee-grant.js';
import {
  activities,
  endReasons,
  reopenReasons,
  type Activity,
  type EndReason,
  type ReopenReason,
} from './leisure-guide.js';

const mostKroner = 20_000;

export class BeginCourse extends Dated {
  /** Which child, by the reference that the register gave. */
  @IsId()
  readonly subject!: string;

  /** @example bispebjerg */
  @IsDistrict()
  readonly district!: District;

  /** What the child would like. @example "Opdigtet ønske til demonstration." */
  @Sealed(10_000)
  readonly wish!: string;
}

export class IntroduceClub extends Dated {
  /** Whose course it is: the age is reckoned on the day. */
  @IsId()
  readonly subject!: string;

  /** Code name of the club. @example boldklub-7 */
  @IsCodeName()
  readonly club!: string;

  /** @example football */
  @IsCode(activities)
  readonly activity!: Activity;
}

export class EndCourse extends Dated {
  /** @example joined */
  @IsCode(endReasons)
  readonly reason!: EndReason;
}

export class ReopenCourse extends Dated {
  /** @example new-wish */
  @IsCode(reopenReasons)
  readonly reason!: ReopenReason;
}

export const CorrectCourse = correctionOf('GuideCourse', {
  district: isDistrict,
  introducedOn: isDay,
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});

export class ApplyForGrant extends Dated {
  /** Which child, by the reference that the register gave. */
  @IsId()
  readonly subject!: string;

  /** @example bispebjerg */
  @IsDistrict()
  readonly district!: District;

  /** Code name of the club. @example boldklub-7 */
  @IsCodeName()
  readonly club!: string;

  /** @example football */
  @IsCode(activities)
  readonly activity!: Activity;

  /** @example "Opdigtet begrundelse til demonstration." */
  @Sealed(10_000)
  readonly grounds!: string;
}

export class GiveGrant extends Dated {
  /** For which child: the age is reckoned on the day. */
  @IsId()
  readonly subject!: string;

  /** In whole kroner. @example 900 */
  @IsInt()
  @Min(1)
  @Max(mostKroner)
  readonly kroner!: number;
}

export class RefuseGrant extends Dated {
  /** @example paid-by-others */
  @IsCode(refusalReasons)
  readonly reason!: RefusalReason;
}

export const CorrectGrant = correctionOf('Grant', {
  district: isDistrict,
  club: isCodeName,
  activity: isCode(activities),
  kroner: isWhole(1, mostKroner),
  grantedOn: isDay,
});
