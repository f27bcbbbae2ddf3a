import { AreCodes, Dated, IsCode, IsCodeName, Sealed } from '@sikkerby/http';
import { concernTypes, levels, type ConcernType, type Level } from '../concern-codes.js';

export class ChangeLevel extends Dated {
  /** @example 3 */
  @IsCode(levels)
  readonly level!: Level;
}

export class ChangeConcernTypes extends Dated {
  /** All that hold from now on. @example ["first-offence", "group"] */
  @AreCodes(concernTypes)
  readonly concernTypes!: ConcernType[];
}

export class AssignCase extends Dated {
  /** Account name of the caseworker. @example demo-caseworker */
  @IsCodeName()
  readonly caseworker!: string;

  /** @example ssp-noerrebro */
  @IsCodeName()
  readonly team!: string;
}

export class AddNote extends Dated {
  /** @example "Opdigtet notat til demonstration." */
  @Sealed(10_000)
  readonly text!: string;
}
