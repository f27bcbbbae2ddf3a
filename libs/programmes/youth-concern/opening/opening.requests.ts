import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  AreCodes,
  AreIds,
  Dated,
  IsCode,
  IsCodeName,
  IsDistrict,
  IsId,
  Sealed,
} from '@sikkerby/http';
import type { District } from '@sikkerby/reference';
import { IsOptional } from 'class-validator';
import {
  concernTypes,
  levels,
  tracks,
  type ConcernType,
  type Level,
  type Track,
} from '../concern-codes.js';

export class NewCase extends Dated {
  /** The young person, by the reference that the register gave (`POST /people/youth-concern/persons`). */
  @IsId()
  readonly subject!: string;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /**
   * Levels 1 and 2 go to the local committee, 3 and 4 to the coordination group.
   * @example 2
   */
  @IsCode(levels)
  readonly level!: Level;

  /**
   * `ssp` under 18, `ssp-plus` from 18 to 25.
   * @example ssp
   */
  @IsCode(tracks)
  readonly track!: Track;

  /** @example ["worrying-behaviour"] */
  @AreCodes(concernTypes)
  readonly concernTypes!: ConcernType[];

  /** @example ssp-noerrebro */
  @IsCodeName()
  readonly ownerTeam!: string;

  /** @example "Opdigtet beskrivelse til demonstration." */
  @Sealed(10_000)
  readonly description!: string;
}

export class OpenCase extends NewCase {
  /** The concern reports that led to the case. */
  @ApiPropertyOptional()
  @IsOptional()
  @AreIds(50)
  readonly reports: string[] = [];
}
