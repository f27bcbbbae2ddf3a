import { AreCodes, Dated, IsCode, IsDistrict, IsId, Sealed } from '@sikkerby/http';
import type { District } from '@sikkerby/reference';
import { IsBoolean, IsOptional } from 'class-validator';
import {
  concernTypes,
  reportSources,
  screeningOutcomes,
  type ConcernType,
  type ReportSource,
  type ScreeningOutcome,
} from '../concern-codes.js';

const outcomesWithoutACase = screeningOutcomes.filter((outcome) => outcome !== 'open-case');

export class ReceiveConcernReport extends Dated {
  /** @example school */
  @IsCode(reportSources)
  readonly source!: ReportSource;

  /**
   * Whether the reporter wants to stay unknown.
   * @example false
   */
  @IsBoolean()
  readonly anonymous!: boolean;

  /**
   * Where, when it is known.
   * @example noerrebro
   */
  @IsOptional()
  @IsDistrict()
  readonly district?: District;

  /** @example ["worrying-behaviour"] */
  @AreCodes(concernTypes)
  readonly concernTypes!: ConcernType[];

  /** The young person's reference, when an earlier case has one. */
  @IsOptional()
  @IsId()
  readonly subject?: string;

  /** @example "Opdigtet bekymring til demonstration." */
  @Sealed(10_000)
  readonly description!: string;

  /**
   * Who reported it and how to reach them.
   * @example "Prøve Opdigtet-8, skolens kontor"
   */
  @IsOptional()
  @Sealed(500)
  readonly reporter?: string;
}

/** What comes of a report that opens no case. */
export class ScreenConcernReport extends Dated {
  /** @example advice-only */
  @IsCode(outcomesWithoutACase)
  readonly outcome!: Exclude<ScreeningOutcome, 'open-case'>;

  /** @example "Opdigtet notat til demonstration." */
  @IsOptional()
  @Sealed(10_000)
  readonly note?: string;
}
