import { ApiProperty } from '@nestjs/swagger';
import { IsCalendarDay } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '@sikkerby/case-kit/edge';
import { forums, type Forum } from '../concern-codes.js';

export class CaseListQuery extends PageQuery {
  /** `me`: only the cases that are assigned to me. */
  @ApiProperty({ enum: ['me'], required: false })
  @IsOptional()
  @IsIn(['me'])
  readonly assignedTo?: 'me';

  /**
   * Only the cases of that team.
   * @example ssp-noerrebro
   */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly team?: string;
}

export class DueActionsQuery extends PageQuery {
  /**
   * How it was at the end of that day; today when left out.
   * @example 2017-03-01
   */
  @IsOptional()
  @IsCalendarDay()
  readonly asOf?: Day;

  /** Due soon is within so many days; 14 when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(365)
  readonly withinDays: number = 14;
}

export class ForumAgendaQuery extends PageQuery {
  /** @example local-committee */
  @ApiProperty({ enum: forums })
  @IsIn(forums)
  readonly forum!: Forum;

  /**
   * Day of the meeting.
   * @example 2017-03-01
   */
  @IsCalendarDay()
  readonly meetingOn!: Day;
}
