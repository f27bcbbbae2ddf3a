import { Injectable, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  atAnyRevision,
  Decide,
  Decisions,
  NoSuchUnit,
  type Intent,
  type Receipt,
  type Commands,
} from '@sikkerby/commands';
import type { AnyDecider } from '@sikkerby/kernel';
import { Register } from '@sikkerby/people';
import { erasureId, retentionId } from './erasure-ids.js';
import { personErasure, type ErasedPerson } from './person-erasure.js';
import { retentionRule, type RetentionRule } from './retention-rule.js';

/** Commands to streams that may not have begun: nobody has a revision to match. */
@Injectable()
export class ErasureCommands {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly decisions: Decisions,
    private readonly register: Register,
  ) {}

  /** @throws NoSuchUnit for somebody who is neither registered nor erased */
  async about(
    person: ErasedPerson,
    act: keyof typeof personErasure.acts,
    body: object,
    intent: Intent,
  ): Promise<Receipt> {
    const id = erasureId(person.programme, person.subject);
    const { revision } = await this.decisions.state(personErasure, id);
    if (revision === undefined && !(await this.register.has(person))) throw new NoSuchUnit();
    const hasRetentionRule = (await this.ruleOf(person.programme)) !== undefined;
    return this.give(personErasure, id, act, body, intent, { ...person, hasRetentionRule });
  }

  setRule(programme: string, body: object, intent: Intent, anchors: readonly string[]) {
    const known = { programme, anchors };
    const id = retentionId(programme);
    return this.give(retentionRule, id, 'set-retention-rule', body, intent, known);
  }

  /** The programme's retention rule, if it has one. */
  async ruleOf(programme: string): Promise<RetentionRule | undefined> {
    const { state } = await this.decisions.state(retentionRule, retentionId(programme));
    return state.programme === undefined ? undefined : state;
  }

  private give(
    decider: AnyDecider,
    id: string,
    act: string,
    body: object,
    intent: Intent,
    known: object,
  ): Promise<Receipt> {
    return atAnyRevision<unknown>(this.decisions, decider, id, intent, (now) =>
      this.commands.execute(new Decide(decider, id, act, body, now, known)),
    );
  }
}
