import { Receipt } from '@sikkerby/commands';
import type { District } from '@sikkerby/reference';
import type { ScreeningOutcome } from '../concern-codes.js';

/** A concern report as it is, or as it was before it was voided. */
export class ReportNow extends Receipt {
  readonly status!: 'received' | 'screened' | 'void';
  /** @example 2017-03-01 */
  readonly receivedOn!: string;
  readonly district?: District;
  readonly subject?: string;
  readonly outcome?: ScreeningOutcome;
  /** The case that came of it. */
  readonly caseId?: string;
}
