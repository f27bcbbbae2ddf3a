import { Dated, IsCode, IsDistrict } from '@sikkerby/http';
import { isDay } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { correctionOf, isCode } from '@sikkerby/case-kit/edge';
import {
  deactivationReasons,
  evaluations,
  planKinds,
  planMeasures,
  politicalLevels,
  reactivationReasons,
  triggers,
  type DeactivationReason,
  type Evaluation,
  type PlanKind,
  type PlanMeasure,
  type PoliticalLevel,
  type ReactivationReason,
  type Trigger,
} from './acute-plan.js';

export class ActivatePlan extends Dated {
  /** For what happened, or of preparedness for what may happen. @example acute */
  @IsCode(planKinds)
  readonly kind!: PlanKind;

  /** @example group-conflict */
  @IsCode(triggers)
  readonly trigger!: Trigger;

  /** @example bispebjerg */
  @IsDistrict()
  readonly district!: District;
}

export class RecordPlanMeasure extends Dated {
  /** @example visible-adults */
  @IsCode(planMeasures)
  readonly measure!: PlanMeasure;
}

export class InformPoliticalLevel extends Dated {
  /** @example lord-mayor */
  @IsCode(politicalLevels)
  readonly level!: PoliticalLevel;
}

export class DeactivatePlan extends Dated {
  /** @example calm-again */
  @IsCode(deactivationReasons)
  readonly reason!: DeactivationReason;
}

export class EvaluatePlan extends Dated {
  /** @example worked */
  @IsCode(evaluations)
  readonly evaluation!: Evaluation;
}

export class ReopenAcutePlan extends Dated {
  /** @example flared-up-again */
  @IsCode(reactivationReasons)
  readonly reason!: ReactivationReason;
}

export const CorrectAcutePlan = correctionOf('AcutePlan', {
  kind: isCode(planKinds),
  trigger: isCode(triggers),
  district: isDistrict,
  evaluation: isCode(evaluations),
  openedOn: isDay,
  reopenedOn: isDay,
  closedOn: isDay,
});
