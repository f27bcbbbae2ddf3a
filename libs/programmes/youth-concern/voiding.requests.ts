import { Dated, IsCode } from '@sikkerby/http';
import { voidReasons, type VoidReason } from './codes.js';

/** Something that should never have been registered. */
export class TakeBack extends Dated {
  /** @example registered-in-error */
  @IsCode(voidReasons)
  readonly reason!: VoidReason;
}
