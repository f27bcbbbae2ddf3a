import { Command } from '@nestjs/cqrs';
import type { AnyDecider } from '@sikkerby/kernel';
import type { Intent } from './intent.js';
import type { Receipt } from './receipt.answers.js';

/** The one command: what somebody wants of one unit of any programme. */
export class Decide extends Command<Receipt> {
  /**
   * @param type an act of the decider, such as `change-level`
   * @param body the validated request; its `occurredOn` defaults to the intent's `today`, its
   *   `Sealed` fields go to the vault and reach the rules as references
   * @param known what the rules need that the caller did not say, such as an age or an instant; it
   *   may differ in a retry, which stays the same intent
   */
  constructor(
    readonly decider: AnyDecider,
    readonly id: string,
    readonly type: string,
    readonly body: object,
    readonly intent: Intent,
    readonly known: object = {},
  ) {
    super();
  }
}
