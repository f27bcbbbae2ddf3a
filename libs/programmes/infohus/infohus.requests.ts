import { AreIds, Dated, IsCalendarDay, IsCode, IsDistrict, IsId, Sealed } from '@sikkerby/http';
import { isDay, type Day } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsBoolean, IsOptional } from 'class-validator';
import { correctionOf, isCode } from '@sikkerby/case-kit/edge';
import {
  clearances,
  closeReasons,
  concerns,
  outcomes,
  parties,
  reopenReasons,
  sources,
  type Clearance,
  type CloseReason,
  type Concern,
  type Outcome,
  type Party,
  type ReopenReason,
  type Source,
} from './infohus.js';
import {
  endReasons,
  goOnReasons,
  interventionKinds,
  type EndReason,
  type GoOnReason,
  type InterventionKind,
} from './intervention.js';

export class ReceiveEnquiry extends Dated {
  /** Whom it names, by the references that the register gave; may be nobody. @example [] */
  @AreIds(20)
  readonly subjects!: string[];

  /** Who is worried. @example school */
  @IsCode(sources)
  readonly source!: Source;

  /** @example right-wing-extremism */
  @IsCode(concerns)
  readonly concern!: Concern;

  /** Left out where it is not known. @example noerrebro */
  @IsOptional()
  @IsDistrict()
  readonly district?: District;

  /** @example "Opdigtet henvendelse til demonstration." */
  @Sealed(10_000)
  readonly description!: string;
}

export class AddPerson extends Dated {
  /** Whom it turned out to be about as well. */
  @IsId()
  readonly subject!: string;

  /** Of the enquiry, where it had none. @example noerrebro */
  @IsOptional()
  @IsDistrict()
  readonly district?: District;
}

export class ClearEnquiry extends Dated {
  /** @example can-be-handled */
  @IsCode(clearances)
  readonly clearance!: Clearance;
}

export class RecordRegisterCheck extends Dated {
  /** Whose registers. @example police */
  @IsCode(parties)
  readonly party!: Party;

  /** Whether there was a hit; what it says is never recorded. @example false */
  @IsBoolean()
  readonly hit!: boolean;
}

export class AssessEnquiry extends Dated {
  /** What the meeting decided. @example intervention */
  @IsCode(outcomes)
  readonly outcome!: Outcome;
}

export class CloseEnquiry extends Dated {
  /** @example helped */
  @IsCode(closeReasons)
  readonly reason!: CloseReason;
}

export class ReopenEnquiry extends Dated {
  /** @example new-concern */
  @IsCode(reopenReasons)
  readonly reason!: ReopenReason;
}

export const CorrectEnquiry = correctionOf('Enquiry', {
  source: isCode(sources),
  concern: isCode(concerns),
  district: isDistrict,
  outcome: isCode(outcomes),
  assessedOn: isDay,
  policeOnlyOn: isDay,
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});

export class ProposeIntervention extends Dated {
  /** The enquiry that it follows from. */
  @IsId()
  readonly enquiry!: string;

  /** For whom, by the reference that the register gave. */
  @IsId()
  readonly subject!: string;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** @example preventive */
  @IsCode(interventionKinds)
  readonly kind!: InterventionKind;

  /** The authority that runs it: Infohus itself takes no decision. @example municipality */
  @IsCode(parties)
  readonly party!: Party;
}

export class StartIntervention extends Dated {
  /** Whose it is: the age is reckoned on the day. */
  @IsId()
  readonly subject!: string;

  /** When it is looked at for the first time. @example 2018-06-01 */
  @IsCalendarDay()
  readonly reviewOn!: Day;
}

export class ReviewIntervention extends Dated {
  /** @example 2018-09-01 */
  @IsCalendarDay()
  readonly nextReviewOn!: Day;

  /** @example "Opdigtet opfølgning til demonstration." */
  @Sealed(10_000)
  readonly text!: string;
}

export class EndIntervention extends Dated {
  /** @example goals-met */
  @IsCode(endReasons)
  readonly reason!: EndReason;
}

export class ReopenIntervention extends Dated {
  /** @example relapse */
  @IsCode(goOnReasons)
  readonly reason!: GoOnReason;
}

export const CorrectIntervention = correctionOf('Intervention', {
  kind: isCode(interventionKinds),
  party: isCode(parties),
  district: isDistrict,
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});
