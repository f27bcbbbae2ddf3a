import { Dated, IsCalendarDay, IsCode, IsId, Sealed } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { forumDecisions, forums, type Forum, type ForumDecision } from '../concern-codes.js';

export class TakeOffAgenda extends Dated {
  /**
   * The item; you make the id when you put it on the agenda.
   * @example 8d1f6f3c-58f8-4d5e-8f43-0b8f8e1d2c33
   */
  @IsId()
  readonly itemId!: string;
}

export class PutOnAgenda extends TakeOffAgenda {
  /**
   * The local committee for levels 1 and 2, the coordination group for 3 and 4.
   * @example local-committee
   */
  @IsCode(forums)
  readonly forum!: Forum;

  /** @example 2017-03-20 */
  @IsCalendarDay()
  readonly meetingOn!: Day;
}

export class RecordForumDecision extends TakeOffAgenda {
  /** @example continue */
  @IsCode(forumDecisions)
  readonly decision!: ForumDecision;

  /** @example "Opdigtet beslutning til demonstration." */
  @Sealed(10_000)
  readonly text!: string;
}
