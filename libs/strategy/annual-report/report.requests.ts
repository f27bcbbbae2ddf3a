import { Dated, IsCode, Sealed } from '@sikkerby/http';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { principleCodes, type Principle } from '../principles.js';
import {
  assessors,
  returnReasons,
  revisionReasons,
  type Assessor,
  type ReportRevisionReason,
  type ReturnReason,
} from './report-state.js';

export class OpenReport extends Dated {
  /** The year that it is about, which is over. @example 2016 */
  @IsInt()
  @Min(2010)
  @Max(2099)
  readonly year!: number;
}

export class FreezeFigures extends Dated {
  /** Number of an approved statement of that year. @example 1 */
  @IsInt()
  @Min(1)
  @Max(9999)
  readonly statement!: number;

  /** Of the statement's canonical bytes: what you saw is what is frozen. */
  @ApiProperty({ type: String, pattern: '^[0-9a-f]{64}$', example: 'ab'.repeat(32) })
  @Matches(/^[0-9a-f]{64}$/)
  readonly sha256!: string;
}

/** A text of the report: kept in the vault, and about no person. */
class InBothLanguages extends Dated {
  /** In Danish. @example "Udviklingen går i den rigtige retning." */
  @Sealed(12_000)
  readonly da!: string;

  /** In English, where there is a translation. @example "The development is going in the right direction." */
  @IsOptional()
  @Sealed(12_000)
  readonly en?: string;
}

export class AttachAssessment extends InBothLanguages {
  /** Whose it is. @example ssp */
  @IsCode(assessors)
  readonly from!: Assessor;
}

export class DescribePrinciple extends InBothLanguages {
  /** Which principle was worked with so. @example collaboration */
  @IsCode(principleCodes)
  readonly principle!: Principle;
}

export class ReturnReport extends Dated {
  /** @example steering-group-asked */
  @IsCode(returnReasons)
  readonly reason!: ReturnReason;
}

export class ReviseReport extends Dated {
  /** @example figures-revised */
  @IsCode(revisionReasons)
  readonly reason!: ReportRevisionReason;
}

export class ReportQuery {
  /** A version that was published; the one that is worked on, or the last, when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly version?: number;
}
