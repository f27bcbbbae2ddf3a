import { Dated, IsCalendarDay, IsCode, IsCodeName } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { whyNoEnd, type WithdrawEnd } from '@sikkerby/reference';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, Matches, MaxLength } from 'class-validator';
import { applyDecorators } from '@nestjs/common';

/** What something is called: too short of numbers for a CPR number to slip in. */
const IsName = () =>
  applyDecorators(
    ApiProperty({ type: String, minLength: 1, maxLength: 100 }),
    Matches(/^(?!.*\d{4})[\p{L}\p{N}][\p{L}\p{N} .,'’/&()+-]*$/u),
    MaxLength(100),
  );

/** `occurredOn` is the first day of the name. */
export class RenameItem extends Dated {
  /** @example "Ny Skole" */
  @IsName()
  readonly da!: string;

  /** @example "New School" */
  @IsName()
  readonly en!: string;
}

/** `occurredOn` is the first day on which it is there. */
export class RegisterItem extends RenameItem {
  /** What others refer to it by, for ever. @example ny-skole */
  @IsCodeName()
  readonly code!: string;

  /** Code of what it lies wholly within: of a survey district, an area, a centre or a school its district. @example noerrebro */
  @IsOptional()
  @IsCodeName()
  readonly parent?: string;
}

/** `occurredOn` is the last day on which it is there. */
export class EndItem extends Dated {
  /** Codes of the same kind that come in its place, registered before; none where nothing does. */
  @ApiProperty({ type: String, isArray: true, example: [] })
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[a-z0-9]+([.-][a-z0-9]+)*$/, { each: true })
  @MaxLength(60, { each: true })
  readonly successors!: string[];
}

/** The end was wrong: it is there as before. */
export class WithdrawEndOfItem extends Dated {
  /** @example mistyped */
  @IsCode(whyNoEnd)
  readonly reason!: WithdrawEnd['reason'];
}

export class ItemsQuery {
  /** What there is on this day; today in Copenhagen when left out. @example 2018-01-01 */
  @IsOptional()
  @IsCalendarDay()
  readonly on?: Day;
}
