import { Dated, IsCode, IsCodeName, IsDistrict, IsId } from '@sikkerby/http';
import { isDay } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsInt, Max, Min } from 'class-validator';
import { correctionOf, isCode, isCodeName, isWhole } from '@sikkerby/case-kit/edge';
import { shiftTimes, type ShiftTime } from './shift.js';
import {
  employers,
  endReasons,
  reopenReasons,
  type Employer,
  type EndReason,
  type ReopenReason,
} from './street-outreach.js';

const most = 500;

export class AssignWorker extends Dated {
  /** Account name of the worker. @example outreach.worker-7 */
  @IsCodeName()
  readonly employee!: string;

  /** Only the city's own staff count in the city's figure. @example municipal */
  @IsCode(employers)
  readonly employer!: Employer;
}

export class EndAssignment extends Dated {
  /** @example other-work */
  @IsCode(endReasons)
  readonly reason!: EndReason;
}

export class ReopenAssignment extends Dated {
  /** @example back */
  @IsCode(reopenReasons)
  readonly reason!: ReopenReason;
}

export const CorrectAssignment = correctionOf('Assignment', {
  employee: isCodeName,
  employer: isCode(employers),
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});

export class RecordShift extends Dated {
  /** The worker's assignment, which covers the day. */
  @IsId()
  readonly assignment!: string;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** @example evening */
  @IsCode(shiftTimes)
  readonly time!: ShiftTime;

  /** Contacts with young people; a head-count, no names. @example 12 */
  @IsInt()
  @Min(0)
  @Max(most)
  readonly contacts!: number;

  /** How many were helped on to a club. @example 2 */
  @IsInt()
  @Min(0)
  @Max(most)
  readonly toClub!: number;

  /** How many were helped on to an association. @example 1 */
  @IsInt()
  @Min(0)
  @Max(most)
  readonly toAssociation!: number;

  /** How many were helped on to a leisure job. @example 0 */
  @IsInt()
  @Min(0)
  @Max(most)
  readonly toLeisureJob!: number;
}

export const CorrectShift = correctionOf('Shift', {
  beganOn: isDay,
  district: isDistrict,
  time: isCode(shiftTimes),
  employee: isCodeName,
  employer: isCode(employers),
  contacts: isWhole(0, most),
  toClub: isWhole(0, most),
  toAssociation: isWhole(0, most),
  toLeisureJob: isWhole(0, most),
});
