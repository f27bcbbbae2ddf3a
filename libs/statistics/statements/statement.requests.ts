import { Dated, IsCode } from '@sikkerby/http';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { statementKinds, whyRejected, type StatementKind } from './statement.js';

/** The figures of the year as they stand at the end of the log. */
export class FreezeStatement extends Dated {
  /** @example final */
  @IsCode(statementKinds)
  readonly kind!: StatementKind;
}

export class RejectStatement extends Dated {
  /** @example data-missing */
  @IsCode(whyRejected)
  readonly reason!: (typeof whyRejected)[number];
}

export class ChangesQuery {
  /** Number of the statement to compare with; what is recorded by now when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9999)
  readonly until?: number;
}
