import { AreCodes, Dated, IsCode, IsCodeName, IsDistrict } from '@sikkerby/http';
import { isDay } from '@sikkerby/kernel';
import { isDistrict, type District } from '@sikkerby/reference';
import { IsInt, Max, Min } from 'class-validator';
import { areCodes, correctionOf, isCode, isCodeName, isWhole } from '@sikkerby/case-kit/edge';
import { sources, type Source } from './club-observation.js';
import { clubKinds, openingTimes, type ClubKind, type OpeningTime } from './youth-club.js';

const [firstYear, lastYear] = [2000, 2100] as const;

export class BeginYear extends Dated {
  /** Code name of the club. @example klub-7 */
  @IsCodeName()
  readonly club!: string;

  /** @example youth-club */
  @IsCode(clubKinds)
  readonly kind!: ClubKind;

  /** @example noerrebro */
  @IsDistrict()
  readonly district!: District;

  /** @example 2018 */
  @IsInt()
  @Min(firstYear)
  @Max(lastYear)
  readonly year!: number;
}

export class ExtendHours extends Dated {
  /** When it is open besides. @example ["evening"] */
  @AreCodes(openingTimes)
  readonly times!: OpeningTime[];
}

export const CorrectClubYear = correctionOf('ClubYear', {
  club: isCodeName,
  kind: isCode(clubKinds),
  district: isDistrict,
  times: areCodes(openingTimes),
  extendedOn: isDay,
  extendedTo: isDay,
  freeOn: isDay,
});

export class ImportObservation extends Dated {
  /** The year that it is about. @example 2017 */
  @IsInt()
  @Min(firstYear)
  @Max(lastYear)
  readonly year!: number;

  /** Of the city's 14-18-year-olds, in about per cent. @example 20 */
  @IsInt()
  @Min(0)
  @Max(100)
  readonly perCent!: number;

  /** @example strategy */
  @IsCode(sources)
  readonly source!: Source;
}

export const CorrectObservation = correctionOf('Observation', {
  year: isWhole(firstYear, lastYear),
  perCent: isWhole(0, 100),
  source: isCode(sources),
});
