import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which figure of a measure. */
export class FigureQuery {
  /**
   * Calendar year in Copenhagen.
   * @example 2017
   */
  @Type(() => Number)
  @IsInt()
  @Min(1900)
  @Max(2999)
  readonly year!: number;

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

  /** An older version of the measure's definition; the newest when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly version?: number;
}
