import { AreCodeNames, Dated, IsCalendarDay, IsCode } from '@sikkerby/http';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Day } from '@sikkerby/kernel';
import { whyNotReleased, whyWithdrawn } from './ledger/ledger-events.js';
import { figureSources } from './releases/release.js';

export class CheckQuery {
  @Type(() => Number)
  @IsInt()
  @Min(1900)
  @Max(2999)
  readonly year!: number;

  /** Number of the statement in its year. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9999)
  readonly statement!: number;
}

/** The tables of a year, from an approved statement. */
export class PrepareRelease extends Dated {
  /** @example 2017 */
  @IsInt()
  @Min(1900)
  @Max(2999)
  readonly year!: number;

  /** Number of the statement in its year. @example 1 */
  @IsInt()
  @Min(1)
  @Max(9999)
  readonly statement!: number;
}

export class RejectRelease extends Dated {
  @IsCode(whyNotReleased)
  readonly reason!: (typeof whyNotReleased)[number];
}

export class WithdrawRelease extends Dated {
  @IsCode(whyWithdrawn)
  readonly reason!: (typeof whyWithdrawn)[number];
}

/** A figure that became public elsewhere: an attacker knows it. */
export class RecordFigure extends Dated {
  /** @example infohus.enquiries-handled */
  @IsString()
  @MaxLength(100)
  readonly measure!: string;

  /** @example 2018 */
  @IsInt()
  @Min(1900)
  @Max(2999)
  readonly year!: number;

  /** With `codes`, what it counts of the measure, such as `outcome`; everything without them. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly by?: string;

  @IsOptional()
  @AreCodeNames(50)
  readonly codes?: string[];

  /** The least that it can mean; the same as the most where it is exact. @example 52 */
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  readonly low!: number;

  /** @example 52 */
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  readonly high!: number;

  /** Where it stands. @example strategy */
  @IsCode(figureSources)
  readonly source!: (typeof figureSources)[number];

  /** Where it is known. */
  @IsOptional()
  @IsCalendarDay()
  readonly publishedOn?: Day;
}
