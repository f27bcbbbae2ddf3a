import { AreCodes, Dated, IsCode, IsCodeName, IsDistrict } from '@sikkerby/http';
import { isDay } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { areCodes, correctionOf, isCode, isCodeName } from '@sikkerby/case-kit/edge';
import { liftKinds, liftMeasures, type LiftKind, type LiftMeasure } from './safety-lift.js';

export class ProposeLift extends Dated {
  /** A lift, or a larger safe-space project, which is counted apart. @example lift */
  @IsCode(liftKinds)
  readonly kind!: LiftKind;

  /** Code name of the place. @example mimersparken */
  @IsCodeName()
  readonly place!: string;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;
}

export class CompleteLift extends Dated {
  /** What was done. @example ["lighting", "cutting-back-greenery"] */
  @AreCodes(liftMeasures)
  readonly measures!: LiftMeasure[];
}

export const CorrectLift = correctionOf('Lift', {
  kind: isCode(liftKinds),
  place: isCodeName,
  district: isDistrict,
  measures: areCodes(liftMeasures),
  completedOn: isDay,
});
