import { ApiProperty } from '@nestjs/swagger';
import { Dated, IsCalendarDay, IsCode } from '@sikkerby/http';
import { isDay, keysOf, type Day } from '@sikkerby/kernel';
import { isDistrict } from '@sikkerby/reference';
import { IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';
import {
  concernTypes,
  correctionReasons,
  genders,
  levels,
  type CorrectionReason,
} from '../concern-codes.js';
import type { Correct } from './correction.js';

const isOneOf = (codes: readonly unknown[]) => (value: unknown) => codes.includes(value);

/** What a value of each field looks like. */
const shapes: Readonly<Record<Correct['field'], (value: unknown) => boolean>> = {
  district: isDistrict,
  level: isOneOf(levels),
  concernTypes: (value) =>
    Array.isArray(value) && value.length > 0 && value.every(isOneOf(concernTypes)),
  gender: isOneOf(genders),
  ageAtOpening: (value) => Number.isInteger(value),
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
};
const fields = keysOf(shapes);
const fieldsFromADay: readonly string[] = ['district', 'level', 'concernTypes'];

/** A check that depends on the field to be corrected. */
const Fits = (what: string, fits: (value: unknown, field: Correct['field']) => boolean) =>
  ValidateBy({
    name: 'fitsTheField',
    validator: {
      validate: (value, args?: ValidationArguments) => {
        const { field } = args?.object as CorrectCase;
        return fields.includes(field) && fits(value, field);
      },
      defaultMessage: () => what,
    },
  });

export class CorrectCase extends Dated {
  /**
   * The opening day, the day of the last reopening or closing, or what was recorded of the case. The
   * track follows from the age.
   * @example level
   */
  @IsCode(fields)
  readonly field!: Correct['field'];

  /** The right value: a code, a level, a set of concern types, an age in years, or a day. */
  @ApiProperty({
    oneOf: [
      { type: 'string' },
      { type: 'integer' },
      { type: 'array', items: { type: 'string', enum: [...concernTypes] } },
    ],
    example: 3,
  })
  @Fits('value must be a value of the field', (value, field) => shapes[field](value))
  readonly value!: Correct['value'];

  /**
   * For district, level and concern types: the first day on which it is right, until the next change;
   * the opening day when left out.
   * @example 2017-03-05
   */
  @IsOptional()
  @IsCalendarDay()
  @Fits('from goes with district, level and concernTypes', (_from, field) =>
    fieldsFromADay.includes(field),
  )
  readonly from?: Day;

  /** @example mistyped */
  @IsCode(correctionReasons)
  readonly reason!: CorrectionReason;
}
