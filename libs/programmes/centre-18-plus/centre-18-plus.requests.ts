import { Dated, IsCalendarDay, IsCode, IsId } from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { centreCodes, type CentreCode } from '@sikkerby/reference';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { voidReasons, type VoidReason } from '@sikkerby/case-kit';
import { correctionOf, isCode, isWhole } from '@sikkerby/case-kit/edge';

export class RecordVisit extends Dated {
  /** Who came, by the reference that the register gave: the age is reckoned on the day. */
  @IsId()
  readonly subject!: string;

  /** @example centre-noerrebro */
  @IsCode(centreCodes)
  readonly centre!: CentreCode;

  /** Whether they live in Copenhagen on the day; only those count. @example true */
  @IsBoolean()
  readonly resident!: boolean;
}

export class CorrectVisit extends correctionOf('Visit', {
  on: isDay,
  age: isWhole(0, 120),
  resident: isCode([true, false]),
}) {
  /** The visit, by the day that it has in the register. @example 2017-03-01 */
  @IsCalendarDay()
  readonly visitedOn!: Day;
}

export class VoidVisit extends Dated {
  /** @example 2017-03-01 */
  @IsCalendarDay()
  readonly visitedOn!: Day;

  /** @example wrong-person */
  @IsCode(voidReasons)
  readonly reason!: VoidReason;
}

export class ReinstateVisit extends Dated {
  /** @example 2017-03-01 */
  @IsCalendarDay()
  readonly visitedOn!: Day;
}

export class CountHeads extends Dated {
  /** @example centre-noerrebro */
  @IsCode(centreCodes)
  readonly centre!: CentreCode;

  /** How many came who are not registered. @example 12 */
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly visitors!: number;
}

export const CorrectHeadCount = correctionOf('HeadCount', { visitors: isWhole(1, 1000) });
