import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isDay } from '@sikkerby/kernel';
import { sealedField } from '@sikkerby/commands';
import { districtCodes } from '@sikkerby/reference';
import { IsIn, IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';

/** A day that exists, `YYYY-MM-DD`. */
export const IsCalendarDay = () =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date' }),
    ValidateBy({
      name: 'isCalendarDay',
      validator: {
        validate: isDay,
        defaultMessage: (failed) =>
          `${failed?.property ?? 'it'} must be a calendar day of the form YYYY-MM-DD`,
      },
    }),
  );

/** A code of one of Copenhagen's ten districts. */
export const IsDistrict = () =>
  applyDecorators(ApiProperty({ enum: districtCodes }), IsIn(districtCodes));

/** A text about a person, or free text: it is kept in the vault, and events refer to it. */
export const Sealed = (maxLength: number) =>
  applyDecorators(
    ApiProperty({ type: String, minLength: 1, maxLength }),
    IsString(),
    MinLength(1),
    MaxLength(maxLength),
    sealedField,
  );
