import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hidden, NotYours, permit, Policies } from '@sikkerby/access';
import { EventStore, WrongRevision, type NewEvent } from '@sikkerby/event-store';
import {
  allowedCommands,
  decide,
  fold,
  Rejection,
  type AnyDecider,
  type Day,
  type DomainEvent,
  type RecordedEvent,
} from '@sikkerby/kernel';
import { PersonalData, PersonErased, type PersonalText } from '@sikkerby/vault';
import { Decide } from './decide.command.js';
import { streamOf } from './decisions.js';
import { inEnvelopes } from './envelopes.js';
import { receipt, receiptAmong } from './receipts.js';
import type { Receipt } from './receipt.answers.js';
import { NoSuchUnit, Refused, StaleRevision } from './refusals.js';
import { seal, type SealedRequest } from './seal.js';
import { UsedKeys } from './used-keys.js';

/** Why a command was not done, while the others beside it were. */
export type Refusal = Rejection | NotYours | Hidden;

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Rejection || error instanceof NotYours || error instanceof Hidden;
}

/** How often several commands are tried again when somebody else wrote meanwhile. */
const tries = 5;

/** What commands to one unit come to, before any of it is kept. */
interface Decided {
  /** For each command why it was refused, or nothing when it was done, now or before. */
  readonly refusals: readonly (Refusal | undefined)[];
  readonly events: readonly NewEvent[];
  readonly texts: readonly PersonalText[];
}

/**
 * The one way in which anything is recorded: it reads the unit's events, folds them, asks the policies,
 * lets the rules decide, seals personal texts and appends. A single command of somebody comes from the
 * CommandBus; commands in a batch, of a reaction and of the system itself come the same way.
 */
@CommandHandler(Decide)
export class CommandPipeline implements ICommandHandler<Decide> {
  constructor(
    @Inject(EventStore) private readonly store: Pick<EventStore, 'readStream' | 'append'>,
    @Inject(PersonalData) private readonly personalData: Pick<PersonalData, 'reference' | 'put'>,
    @Inject(UsedKeys) private readonly usedKeys: Pick<UsedKeys, 'claim'>,
    @Inject(Policies) private readonly policies: Pick<Policies, 'decide' | 'accessTo'>,
  ) {}

  /**
   * One command, to the unit as its caller saw it.
   * @throws Refused, KeyReused, NoSuchUnit, NotYours, Hidden, StaleRevision, WrongRevision, PersonErased
   */
  async execute(command: Decide): Promise<Receipt> {
    const { decider, id, type, body, intent } = command;
    const stream = streamOf(decider, id);
    const claimed = this.usedKeys.claim(intent, [stream, type, body]);
    // It is awaited before anything is appended; until then nobody listens to it.
    claimed.catch(() => undefined);
    const history = intent.expected === 'none' ? [] : await this.store.readStream(stream);
    if (intent.expected !== 'none') await claimed;
    const original = receiptAmong(history, id, intent);
    if (original) return original;

    const permitted = new Set<string>();
    this.assertSeen(command, history, permitted);
    const { refusals, events, texts } = this.decide([command], decider, history, permitted);
    if (refusals[0]) throw refusals[0];
    if (events.length === 0) return receipt(id, history.at(-1));
    await Promise.all([claimed, this.personalData.put(texts)]);
    try {
      return receipt(id, await this.store.append(stream, intent.expected, events));
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
      const overtakenBy = await this.store.readStream(stream);
      const original = receiptAmong(overtakenBy, id, intent);
      if (original) return original;
      this.assertSeen(command, overtakenBy, permitted);
      throw error;
    }
  }

  /**
   * Several commands to one unit, whether it has begun or not: it is read once, each is decided on what
   * those before it gave, and what they give is one append. The keys of their intents belong to whoever
   * gives them, and are not claimed.
   * @param isNew whether the unit cannot have begun but by these very commands
   * @returns for each command why it was refused, or nothing when it was done, now or before
   */
  async inTurn(
    commands: readonly Decide[],
    { isNew = false }: { readonly isNew?: boolean } = {},
  ): Promise<readonly (Refusal | undefined)[]> {
    const [first] = commands;
    if (!first) return [];
    const stream = streamOf(first.decider, first.id);
    for (let left = tries; ; left -= 1) {
      const history = isNew && left === tries ? [] : await this.store.readStream(stream);
      const { refusals, events, texts } = this.decide(commands, first.decider, history);
      try {
        await this.personalData.put(texts);
        const expected = history.at(-1)?.revision ?? 'none';
        if (events.length > 0) await this.store.append(stream, expected, events);
        return refusals;
      } catch (error) {
        // The texts of a unit are about one person.
        if (error instanceof PersonErased) return commands.map(() => error);
        if (!(error instanceof WrongRevision) || left === 1) throw error;
      }
    }
  }

  /** Decides each command on what those before it gave. Nothing is kept yet. */
  private decide(
    commands: readonly Decide[],
    decider: AnyDecider,
    history: readonly RecordedEvent[],
    permitted = new Set<string>(),
  ): Decided {
    const events: NewEvent[] = [];
    const texts: PersonalText[] = [];
    let state: unknown = fold<unknown>(decider, decider.initialState, history);

    const refusals = commands.map((command): Refusal | undefined => {
      const { id, body, intent } = command;
      if (receiptAmong(history, id, intent)) return undefined;
      const isFirst = history.length + events.length === 0;
      try {
        if (!isFirst) this.assertPermitted(command, state, permitted);
        const sealed = seal(body, intent, this.personalData);
        const given = eventsOf(command, state, sealed.data);
        const after: unknown = fold(decider, state, given);
        if (isFirst) this.assertPermitted(command, after, permitted);
        const about = { programme: decider.programme, subject: decider.subjectOf?.(after) ?? id };
        if (given.length > 0) texts.push(...sealed.texts.map((text) => ({ ...about, ...text })));
        events.push(...inEnvelopes(given, intent));
        state = after;
        return undefined;
      } catch (error) {
        if (isRefusal(error)) return error;
        throw error;
      }
    });
    return { refusals, events, texts };
  }

  /**
   * The caller may act on the unit, and has seen it as it is.
   * @throws NoSuchUnit, NotYours, Hidden, StaleRevision
   */
  private assertSeen(
    command: Decide,
    history: readonly RecordedEvent[],
    permitted: Set<string>,
  ): void {
    const { decider } = command;
    const { expected } = command.intent;
    if (history.length === 0) {
      if (expected === 'none') return;
      throw new NoSuchUnit();
    }
    this.assertPermitted(command, fold(decider, decider.initialState, history), permitted);
    if (expected === history.length - 1) return;
    const seen = expected === 'none' ? -1 : expected;
    throw new StaleRevision(history.length - 1, history.slice(seen + 1));
  }

  /** Asks the policies once for each home that the unit has in turn. @throws NotYours, Hidden */
  private assertPermitted(
    { decider, id, intent }: Decide,
    state: unknown,
    permitted: Set<string>,
  ): void {
    const { programme, homeOf } = decider;
    if (!homeOf) return;
    const home = homeOf(state);
    const asked = JSON.stringify([intent.identity, home]);
    if (permitted.has(asked)) return;
    permit(this.policies, intent.identity, 'change', { programme, unit: id, home });
    permitted.add(asked);
  }
}

/** The CommandBus, as controllers see it: the pipeline is its one handler. */
export type Commands = Pick<CommandPipeline, 'execute'>;

/** The events that the rules give. @throws Refused with what is allowed instead */
function eventsOf(
  { decider, type, intent, known }: Decide,
  state: unknown,
  { occurredOn, ...data }: SealedRequest['data'],
): readonly DomainEvent[] {
  const { identity: actor, today } = intent;
  const command = {
    type,
    data: { ...data, ...known },
    occurredOn: (occurredOn as Day | undefined) ?? today,
    today,
    actor,
  };
  try {
    return decide<unknown>(decider, command, state);
  } catch (refusal) {
    if (!(refusal instanceof Rejection)) throw refusal;
    throw new Refused(refusal.rule, allowedCommands<unknown>(decider, state, actor));
  }
}
