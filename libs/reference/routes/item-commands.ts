import { Injectable, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, Decisions, type Intent, type Receipt, type Commands } from '@sikkerby/commands';
import { parentKinds, referenceId, referenceItem, type ReferenceKind } from '@sikkerby/reference';
import type { EndItem, RegisterItem } from './reference.requests.js';

/** Commands to an item, with what its rules ask of others. */
@Injectable()
export class ItemCommands {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly decisions: Decisions,
  ) {}

  async register(kind: ReferenceKind, body: RegisterItem, intent: Intent): Promise<Receipt> {
    const id = referenceId(kind, body.code);
    const { revision } = await this.decisions.state(referenceItem, id);
    const parentKind = parentKinds[kind];
    const parentIsThere =
      parentKind !== undefined &&
      body.parent !== undefined &&
      (await this.isThere(parentKind, body.parent));
    const now: Intent = { ...intent, expected: revision ?? 'none' };
    return this.give(id, 'register', body, now, { kind, parentIsThere });
  }

  async end(kind: ReferenceKind, code: string, body: EndItem, intent: Intent): Promise<Receipt> {
    const found = await Promise.all(body.successors.map((other) => this.isThere(kind, other)));
    const successorsAreThere = found.every(Boolean);
    return this.give(referenceId(kind, code), 'end', body, intent, { successorsAreThere });
  }

  give(
    id: string,
    act: keyof typeof referenceItem.acts,
    body: object,
    intent: Intent,
    known: object = {},
  ): Promise<Receipt> {
    return this.commands.execute(new Decide(referenceItem, id, act, body, intent, known));
  }

  /** Whether such an item is registered, over or not. */
  private async isThere(kind: ReferenceKind, code: string): Promise<boolean> {
    const { revision } = await this.decisions.state(referenceItem, referenceId(kind, code));
    return revision !== undefined;
  }
}
