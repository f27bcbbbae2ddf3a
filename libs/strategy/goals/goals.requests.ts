import { ApiProperty } from '@nestjs/swagger';
import { Dated, IsCalendarDay, IsCode } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min, ValidateBy } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { isDecimal } from '../decimal.js';
import { revisionReasons, type RevisionReason } from './goal-observation.js';
import { isPeriod } from './period.js';
import { judgements, type Judgement } from './police-judgement.js';
import {
  geographies,
  precisions,
  seriesCodes,
  sources,
  surveyDistricts,
  units,
  type FigureSource,
  type FigureUnit,
  type Geography,
  type Precision,
  type SeriesCode,
} from './series.js';

const IsFigure = () =>
  applyDecorators(
    ApiProperty({ type: String, pattern: '^(0|[1-9]\\d{0,8})([.,]\\d{1,4})?$', example: '8.5' }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.replace(',', '.') : value,
    ),
    ValidateBy({
      name: 'isFigure',
      validator: {
        validate: isDecimal,
        defaultMessage: () => 'value must be a decimal number as text, such as "8.5"',
      },
    }),
  );

const IsPeriod = () =>
  applyDecorators(
    ApiProperty({ type: String, pattern: '^20[0-4]\\d(-Q[1-4])?$', example: '2016' }),
    ValidateBy({
      name: 'isPeriod',
      validator: {
        validate: isPeriod,
        defaultMessage: () => 'period must be a year or a quarter, such as 2018 or 2018-Q1',
      },
    }),
  );

/** The figure of an observation, and how it is known. */
class FigureAsKnown extends Dated {
  /** A decimal number as text, with a dot or a comma. */
  @IsFigure()
  readonly value!: string;

  /** `about` for one such as "every third": it is never reckoned on as exact. @example exact */
  @IsCode(precisions)
  readonly precision!: Precision;

  /** @example tryghedsundersoegelsen */
  @IsCode(Object.keys(sources))
  readonly source!: FigureSource;

  /** When the source published it; left out where it does not say. */
  @IsOptional()
  @IsCalendarDay()
  readonly publishedOn?: Day;
}

/** `occurredOn` is the day on which it is taken in; what it is about is its period. */
export class RecordGoalObservation extends FigureAsKnown {
  /** @example unsafe-in-neighbourhood */
  @IsCode(seriesCodes)
  readonly series!: SeriesCode;

  /** @example city */
  @IsCode(Object.keys(geographies))
  readonly geography!: Geography;

  /** Of a `survey-district`, which one. */
  @IsOptional()
  @IsCode(surveyDistricts)
  readonly district?: string;

  /** What it was measured over: a year, or a quarter. */
  @IsPeriod()
  readonly period!: string;

  /** Always that of its series: a file that mixes units is refused. @example per-cent */
  @IsCode(Object.keys(units))
  readonly unit!: FigureUnit;
}

export class ReviseGoalObservation extends FigureAsKnown {
  /** @example source-revised-it */
  @IsCode(revisionReasons)
  readonly reason!: RevisionReason;
}

export class RecordPoliceJudgement extends Dated {
  /** @example 2016 */
  @IsInt()
  @Min(2010)
  @Max(2049)
  readonly year!: number;

  /** How the police judge that the gangs develop. @example positive */
  @IsCode(judgements)
  readonly judgement!: Judgement;
}

export class RevisePoliceJudgement extends Dated {
  /** @example positive */
  @IsCode(judgements)
  readonly judgement!: Judgement;

  /** @example mistyped */
  @IsCode(revisionReasons)
  readonly reason!: RevisionReason;
}
