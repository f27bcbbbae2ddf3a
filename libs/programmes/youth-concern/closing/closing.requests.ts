import { Dated, IsCode } from '@sikkerby/http';
import { IsOptional } from 'class-validator';
import {
  closingReasons,
  reopeningReasons,
  unfinishedReasons,
  type ClosingReason,
  type ReopeningReason,
  type UnfinishedReason,
} from '../concern-codes.js';

export class CloseCase extends Dated {
  /** @example goals-met */
  @IsCode(closingReasons)
  readonly reason!: ClosingReason;

  /**
   * Why actions may stay open; needed when any is.
   * @example continued-elsewhere
   */
  @IsOptional()
  @IsCode(unfinishedReasons)
  readonly unfinishedActionsBecause?: UnfinishedReason;
}

export class ReopenCase extends Dated {
  /** @example new-concern */
  @IsCode(reopeningReasons)
  readonly reason!: ReopeningReason;
}
