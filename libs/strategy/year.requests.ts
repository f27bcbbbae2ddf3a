import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** A year, as known when. */
export class YearQuery {
  /**
   * Calendar year in Copenhagen.
   * @example 2018
   */
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2099)
  readonly year!: number;

  /** A position of the log, or an instant in ISO 8601 with an offset: as known then. Now when left out. */
  @ApiProperty({ type: String, required: false, example: '2018-02-01T12:00:00Z' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly asOf?: string;
}
