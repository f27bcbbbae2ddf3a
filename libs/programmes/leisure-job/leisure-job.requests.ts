import {
  AreCodes,
  Dated,
  IsCalendarDay,
  IsCode,
  IsCodeName,
  IsDistrict,
  IsId,
  Sealed,
} from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { correctionOf, isCode, isCodeName, isWhole } from '@sikkerby/case-kit/edge';
import {
  annulReasons,
  endReasons,
  reopenReasons,
  trades,
  type AnnulReason,
  type EndReason,
  type ReopenReason,
  type Trade,
} from './leisure-job.js';

export class RecordSeeker extends Dated {
  /** Who seeks a job, by the reference that the register gave. */
  @IsId()
  readonly subject!: string;

  /** Where they live. @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** @example ["shop", "kitchen"] */
  @AreCodes(trades)
  readonly wishes!: Trade[];

  /** @example "Opdigtet beskrivelse til demonstration." */
  @Sealed(10_000)
  readonly description!: string;
}

export class ProposeJob extends Dated {
  /** Code name of the employer. @example supermarked-7 */
  @IsCodeName()
  readonly employer!: string;

  /** @example shop */
  @IsCode(trades)
  readonly trade!: Trade;

  /** When the employer is to answer. @example 2017-03-15 */
  @IsCalendarDay()
  readonly answerBy!: Day;
}

export class MakeMatch extends Dated {
  /** Whose match it is: the age is reckoned on the day. */
  @IsId()
  readonly subject!: string;

  /** Where they live on the day. @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** When the job is to start. @example 2017-04-01 */
  @IsCalendarDay()
  readonly startsOn!: Day;
}

export class EndJob extends Dated {
  /** @example season-over */
  @IsCode(endReasons)
  readonly reason!: EndReason;
}

export class ReopenJob extends Dated {
  /** @example new-season */
  @IsCode(reopenReasons)
  readonly reason!: ReopenReason;
}

export class AnnulMatch extends Dated {
  /** @example employer-withdrew */
  @IsCode(annulReasons)
  readonly reason!: AnnulReason;
}

export const CorrectMatch = correctionOf('Match', {
  district: isDistrict,
  employer: isCodeName,
  trade: isCode(trades),
  matchedOn: isDay,
  districtAtMatch: isDistrict,
  ageAtMatch: isWhole(0, 120),
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});
