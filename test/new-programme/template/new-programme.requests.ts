import { Dated, IsCode, IsDistrict } from '@sikkerby/http';
import { isDay } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsInt, Max, Min } from 'class-validator';
import { correctionOf, isCode, isWhole } from '@sikkerby/case-kit/edge';
import { times, type Time } from './new-programme.js';

export class PlanNewProgramme extends Dated {
  /** @example evening */
  @IsCode(times)
  readonly time!: Time;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;
}

export class CompleteNewProgramme extends Dated {
  /** How many took part. @example 12 */
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly participants!: number;
}

export const CorrectNewProgramme = correctionOf('NewProgramme', {
  time: isCode(times),
  district: isDistrict,
  participants: isWhole(0, 10_000),
  completedOn: isDay,
});
