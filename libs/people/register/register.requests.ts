import { AreIds, IsCalendarDay, IsCode } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { readCpr } from './cpr.js';
import { genders, type Gender } from './particulars.js';

const IsCpr = () =>
  ValidateBy({
    name: 'isCpr',
    validator: {
      validate: (text) => typeof text === 'string' && readCpr(text) !== undefined,
      defaultMessage: () => 'cpr must be a CPR number, DDMMYY-SSSS, of a day that was',
    },
  });

/** Whom to look for: by CPR number, by name and birth date, or by both. */
export class SearchPersons {
  /** DDMMYY-SSSS, with or without the dash. */
  @IsOptional()
  @IsCpr()
  readonly cpr?: string;

  /** @example "Prøve Opdigtet-7" */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly name?: string;

  /** @example 2002-05-17 */
  @IsOptional()
  @IsCalendarDay()
  readonly birthDate?: Day;
}

/** What is written down of a person. */
export class PersonParticulars {
  /** @example "Prøve Opdigtet-7" */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly name!: string;

  /** @example 2002-05-17 */
  @IsCalendarDay()
  readonly birthDate!: Day;

  /** @example male */
  @IsCode(genders)
  readonly gender!: Gender;

  /** DDMMYY-SSSS, with or without the dash; the birth date must be the number's. */
  @IsOptional()
  @IsCpr()
  readonly cpr?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  readonly address?: string;

  /** Name and address protection: the address is shown only to those who ask for it with a reason. */
  @IsOptional()
  @IsBoolean()
  readonly addressProtected?: boolean;

  /** Telephone or e-mail. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly contact?: string;

  /** Records with the same name and birth date that were looked at, and are about somebody else. */
  @ApiPropertyOptional()
  @IsOptional()
  @AreIds(50)
  readonly notTheSameAs: string[] = [];
}

export class RegisterPerson extends PersonParticulars {
  /** From a search, at most 15 minutes ago, by the same CPR number, name and birth date. */
  @IsString()
  @MaxLength(1000)
  readonly searchToken!: string;
}

export class RevealAddress {
  /** Goes into the read log, for whoever reviews the look. @example home-visit */
  @IsCode(['home-visit', 'letter', 'danger-to-life'])
  readonly reason!: string;
}
