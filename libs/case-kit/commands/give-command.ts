import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Policies, type Identity } from '@sikkerby/access';
import {
  atAnyRevision,
  Decide,
  Decisions,
  idFrom,
  type Intent,
  type Receipt,
  type Commands,
} from '@sikkerby/commands';
import type { AnyDecider, Day } from '@sikkerby/kernel';
import { Register } from '@sikkerby/people';
import { stateFor, survivorSeenFrom } from './readable.js';
import { assertRegistered, personOn } from './registered.js';
import type { ActRoute, UnitDefinition } from '../programme/unit-definition.js';

/** What a request may say that the rules have to know more of. */
interface Body {
  readonly subject?: string;
  readonly subjects?: readonly string[];
  readonly survivor?: string;
  readonly occurredOn?: Day;
}

/** Commands to units of any kind, with what the rules ask and the caller does not say. */
@Injectable()
export class GiveCommand {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    readonly decisions: Decisions,
    private readonly register: Register,
    readonly policies: Policies,
  ) {}

  /** Begins a unit, or goes on with one where it may have begun already. */
  async begin(unit: UnitDefinition, body: Body, intent: Intent): Promise<Receipt> {
    const { decider, id, type, known } = await this.toBegin(unit, body, intent);
    const give = (now: Intent) =>
      this.commands.execute(new Decide(decider, id, type, body, now, known));
    if (!unit.begin.idOf) return give(intent);
    return atAnyRevision<unknown>(this.decisions, decider, id, intent, give);
  }

  /** The command of that, for those who give several at once. */
  async toBegin({ decider, begin }: UnitDefinition, body: Body, intent: Intent): Promise<Decide> {
    const known = await this.known(decider, begin, body, intent);
    const id = begin.idOf?.(body as never, intent) ?? idFrom(intent, decider.category);
    return new Decide(decider, id, begin.act, body, intent, known);
  }

  async act(
    { decider, acts }: UnitDefinition,
    id: string,
    act: string,
    body: Body,
    intent: Intent,
  ): Promise<Receipt> {
    const known = await this.known(decider, acts[act], body, intent, id);
    return this.commands.execute(new Decide(decider, id, act, body, intent, known));
  }

  private async known(
    decider: AnyDecider,
    route: ActRoute | undefined,
    body: Body,
    intent: Intent,
    id?: string,
  ) {
    const { subject, subjects = [], survivor } = body;
    const { identity } = intent;
    const { register } = this;
    const { programme } = decider;
    const day = body.occurredOn ?? intent.today;
    await assertRegistered(register, programme, subjects);
    return {
      ...(await this.lookedAt(route?.looksAt ?? {}, body, identity)),
      ...(subject === undefined ? {} : await personOn(register, programme, subject, day)),
      ...(survivor === undefined
        ? {}
        : { survivorIs: await survivorSeenFrom(this, decider, survivor, id, identity) }),
    };
  }

  /** How each unit stands that the request names, and that they may see. */
  private async lookedAt(
    kinds: Readonly<Record<string, AnyDecider>>,
    body: Body,
    identity: Identity,
  ) {
    const named = Object.entries(body) as [string, string | undefined][];
    const states = await Promise.all(
      named.map(async ([field, id]) => {
        const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined;
        if (!kind || id === undefined) return [];
        return [[`${field}Is`, await stateFor<unknown>(this, kind, id, identity)] as const];
      }),
    );
    return Object.fromEntries(states.flat());
  }
}
