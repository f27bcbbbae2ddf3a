import { Type } from 'class-transformer';
import { IsBooleanString, IsInt, IsISO8601, IsOptional, IsString, Max, Min } from 'class-validator';

/** Up to which point; one of the three, or none for the whole stream. */
export class ReplayQuery {
  /** After the event of this number, from 0. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2 ** 31 - 1)
  readonly revision?: number;

  /**
   * As it was at this position of the log.
   * @example 1187
   */
  @IsOptional()
  @IsString()
  readonly position?: string;

  /**
   * As it was known at this moment, ISO 8601 with its offset.
   * @example 2026-11-23T09:30:00Z
   */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  readonly moment?: string;

  /** Whether each event comes with the state right after it. */
  @IsOptional()
  @IsBooleanString()
  readonly eventByEvent?: 'true' | 'false';
}
