import { ApiPropertyOptional } from '@nestjs/swagger';
import { Dated, IsCalendarDay, IsDistrict, Sealed } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { AreCodes, AreIds, IsCode, IsCodeName, IsId } from './code-validators.js';
import {
  concernTypes,
  genders,
  levels,
  tracks,
  type ConcernType,
  type Gender,
  type Level,
  type Track,
} from './codes.js';

/** The young person. Name and birth date go to the vault; of the birth date a case keeps the age. */
export class Person {
  /** @example "Prøve Opdigtet-7" */
  @Sealed(200)
  readonly name!: string;

  /** @example 2002-05-17 */
  @IsCalendarDay()
  @Sealed(10)
  readonly birthDate!: Day;

  /** @example male */
  @IsCode(genders)
  readonly gender!: Gender;
}

export class NewCase extends Dated {
  @IsDefined()
  @ValidateNested()
  @Type(() => Person)
  readonly person!: Person;

  /** The person's reference, when an earlier case of theirs has one; a new one when left out. */
  @IsOptional()
  @IsId()
  readonly subject?: string;

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
