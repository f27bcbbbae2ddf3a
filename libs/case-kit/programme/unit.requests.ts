import { ApiProperty } from '@nestjs/swagger';
import { Dated, IsCalendarDay, IsCode, IsCodeName, IsDistrict, IsId } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  IsIn,
  IsOptional,
  Matches,
  MaxLength,
  ValidateBy,
  type ValidationArguments,
} from 'class-validator';
import {
  cancellationReasons,
  correctionReasons,
  voidReasons,
  type CancellationReason,
  type CorrectionReason,
  type VoidReason,
} from '../shared-codes.js';
import { PageQuery } from '../work-list/paging.requests.js';

/** Something that should never have been registered. */
export class TakeBack extends Dated {
  /** @example registered-in-error */
  @IsCode(voidReasons)
  readonly reason!: VoidReason;
}

export class AssignTo extends Dated {
  /** Account name of whoever works on it from now on. @example demo-caseworker */
  @IsCodeName()
  readonly caseworker!: string;
}

export class MergeInto extends Dated {
  /** The one that stays. */
  @IsId()
  readonly survivor!: string;
}

/** Something that was planned is not held. */
export class Cancel extends Dated {
  /** @example weather */
  @IsCode(cancellationReasons)
  readonly reason!: CancellationReason;
}

export class Extend extends Dated {
  /** Until when it goes on: later than it was to. @example 2022-12-31 */
  @IsCalendarDay()
  readonly until!: Day;
}

/** The fields that can be corrected, each with what a value of it looks like. */
export type Correctable = Readonly<Record<string, (value: unknown) => boolean>>;

export const isCode =
  (codes: readonly unknown[]) =>
  (value: unknown): boolean =>
    codes.includes(value);

export const areCodes =
  (codes: readonly unknown[]) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((one) => codes.includes(one));

export const isWhole =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** The code name of a place, an organisation, a team. */
export function isCodeName(value: unknown): boolean {
  return (
    typeof value === 'string' && value.length <= 60 && /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(value)
  );
}

/** Several code names, at least one. */
export function areCodeNames(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isCodeName);
}

/** Values that some field of most kinds of unit can have. */
const usualValues = ['2017-03-01', 'valby', 'eksempel-1', true, 1, 10];

/** A field and a right value of it, for the documentation. */
function exampleOf(fields: Correctable): { readonly field: string; readonly value: unknown } {
  const examples = Object.entries(fields).flatMap(([field, fits]) =>
    usualValues.filter(fits).map((value) => ({ field, value })),
  );
  const [example = { field: Object.keys(fields)[0] ?? '', value: '' }] = examples;
  return example;
}

/** The request that corrects one of these fields. @param noun what the class is named after */
export function correctionOf<const Fields extends Correctable>(noun: string, fields: Fields) {
  const example = exampleOf(fields);
  class Correct extends Dated {
    @ApiProperty({ example: example.field })
    @IsCode(Object.keys(fields))
    readonly field!: keyof Fields & string;

    @ApiProperty({
      example: example.value,
      description: 'The right value: as it is given when the field is first recorded.',
      oneOf: [
        { type: 'string' },
        { type: 'number' },
        { type: 'boolean' },
        { type: 'array', items: { type: 'string' } },
      ],
    })
    @ValidateBy({
      name: 'fitsTheField',
      validator: {
        validate: (value, args?: ValidationArguments) => {
          const { field } = args?.object as Correct;
          return Object.hasOwn(fields, field) && fields[field]?.(value) === true;
        },
        defaultMessage: () => 'value must be a value of the field',
      },
    })
    readonly value!: unknown;

    @IsCode(correctionReasons)
    readonly reason!: CorrectionReason;
  }
  Object.defineProperty(Correct, 'name', { value: `Correct${noun}` });
  return Correct;
}

const codePattern = /^[a-zA-Z]+:[\w.-]+(,[a-zA-Z]+:[\w.-]+)*$/;

/** Which units, in which order, from where. */
export class WorkListQuery extends PageQuery {
  /** Only those that stand so. @example open */
  @IsOptional()
  @Matches(/^[a-z-]+$/)
  @MaxLength(40)
  readonly status?: string;

  /** `true`: those that are over too; left out, only those with something left to do. */
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly all: 'true' | 'false' = 'false';

  /** @example noerrebro */
  @ApiProperty({ required: false })
  @IsOptional()
  @IsDistrict()
  readonly district?: District;

  /** `me`: only what is assigned to me. */
  @ApiProperty({ enum: ['me'], required: false })
  @IsOptional()
  @IsIn(['me'])
  readonly assignedTo?: 'me';

  /** One person's own history in the programme: everything about them, by the programme's reference. */
  @ApiProperty({ required: false })
  @IsOptional()
  @IsId()
  readonly subject?: string;

  /**
   * Only those with that code, by its name among the codes; several, separated by commas, all apply.
   * @example audience:ssp
   */
  @ApiProperty({ type: String, required: false, pattern: codePattern.source, maxLength: 200 })
  @IsOptional()
  @Matches(codePattern)
  @MaxLength(200)
  readonly code?: string;

  /** Due on that day or later. @example 2018-01-01 */
  @IsOptional()
  @IsCalendarDay()
  readonly dueFrom?: Day;

  /** Due on that day or earlier. @example 2018-01-14 */
  @IsOptional()
  @IsCalendarDay()
  readonly dueTo?: Day;

  /** By the day on which it is due, or began; `-` for the latest first. */
  @ApiProperty({ enum: ['dueOn', '-dueOn', 'beganOn', '-beganOn'], required: false })
  @IsOptional()
  @IsIn(['dueOn', '-dueOn', 'beganOn', '-beganOn'])
  readonly sort: 'dueOn' | '-dueOn' | 'beganOn' | '-beganOn' = 'dueOn';
}
