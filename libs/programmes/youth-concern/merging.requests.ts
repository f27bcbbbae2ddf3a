import { Dated, IsId } from '@sikkerby/http';

export class MergeCase extends Dated {
  /**
   * The case that stays; about the same person.
   * @example 6f1c9a4e-2b7d-8c3a-9e5f-0a1b2c3d4e5f
   */
  @IsId()
  readonly survivor!: string;
}
