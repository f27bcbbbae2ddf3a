import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsCalendarDay, IsCode } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { districtMapNames, type DistrictMap } from '@sikkerby/reference';

const IsYear = () =>
  applyDecorators(
    ApiProperty({ type: Number, minimum: 1900, maximum: 2999, example: 2017 }),
    Type(() => Number),
    IsInt(),
    Min(1900),
    Max(2999),
  );

/** As known when, split how, counted by which version. */
abstract class AsKnown {
  /** A position of the log, or an instant in ISO 8601 with an offset: the figure as known then. Now when left out. */
  @ApiProperty({ type: String, required: false, example: '2018-02-01T12:00:00Z' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly asOf?: string;

  /**
   * How to split it: one of the measure's breakdowns.
   * @example district
   */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly by?: string;

  /** An older version of the measure's definition; that of the year when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly version?: number;
}

/** Which figure of a measure. */
export class FigureQuery extends AsKnown {
  /** Calendar year in Copenhagen. */
  @IsYear()
  readonly year!: number;

  /**
   * With `by=district`: the map whose districts the rows are. Without it they are the districts of
   * the time, as they were written down. A map that splits a district of the year does not cover it.
   * @example operations
   */
  @IsOptional()
  @IsCode(districtMapNames)
  readonly map?: DistrictMap;

  /** With `map`: the map as it was on this day; on 31 December of the year when left out. */
  @IsOptional()
  @IsCalendarDay()
  readonly mapOn?: Day;
}

/** Which years of a measure, the first and the last included. */
export class SeriesQuery extends AsKnown {
  @IsYear()
  readonly from!: number;

  /** At most 30 years. */
  @IsYear()
  readonly to!: number;
}

/** Which cell of a figure. */
export class CellQuery extends AsKnown {
  /** Calendar year in Copenhagen. */
  @IsYear()
  readonly year!: number;

  /**
   * With `by`: the row.
   * @example noerrebro
   */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly code?: string;
}
