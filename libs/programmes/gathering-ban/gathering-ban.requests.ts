import { Dated, IsCode, IsCodeName, IsDistrict, IsId } from '@sikkerby/http';
import { isDay } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsOptional } from 'class-validator';
import { correctionOf, isCode, isCodeName } from '@sikkerby/case-kit/edge';
import {
  ownerAnswers,
  premises,
  refusalReasons,
  withdrawalReasons,
  type OwnerAnswer,
  type Premises,
  type RefusalReason,
  type WithdrawalReason,
} from './gathering-ban.js';

export class WarnOfBan extends Dated {
  /** Code name of the place; never an address. @example lokale-noerrebro-4 */
  @IsCodeName()
  readonly place!: string;

  /** @example club */
  @IsCode(premises)
  readonly premises!: Premises;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;
}

export class HearOwner extends Dated {
  /** What the owner said. @example objects */
  @IsCode(ownerAnswers)
  readonly answer!: OwnerAnswer;
}

export class IssueBan extends Dated {
  /** Id of the earlier ban at the place; a repeat lasts until it is withdrawn, not three months. */
  @IsOptional()
  @IsId()
  readonly repeatOf?: string;
}

export class RefuseWithdrawal extends Dated {
  /** @example gatherings-go-on */
  @IsCode(refusalReasons)
  readonly reason!: RefusalReason;
}

export class WithdrawBan extends Dated {
  /** @example gatherings-stopped */
  @IsCode(withdrawalReasons)
  readonly reason!: WithdrawalReason;
}

export const CorrectBan = correctionOf('Ban', {
  place: isCodeName,
  premises: isCode(premises),
  district: isDistrict,
  repeat: isCode([true, false]),
  ownerHeardOn: isDay,
  openedOn: isDay,
  closedOn: isDay,
});
