import { Dated, IsId } from '@sikkerby/http';

/** Two records of a programme. */
export class TwoPersons extends Dated {
  @IsId()
  readonly subject!: string;

  @IsId()
  readonly otherSubject!: string;
}
