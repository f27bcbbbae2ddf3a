import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Policies } from '@sikkerby/access';
import { EventStore, WrongRevision } from '@sikkerby/event-store';
import { fold } from '@sikkerby/kernel';
import { PersonalData } from '@sikkerby/vault';
import { Decide } from './decide.command.js';
import { streamOf } from './decisions.js';
import { decideOrRefuse } from './decide-or-refuse.js';
import { inEnvelopes } from './envelopes.js';
import type { Receipt } from './receipt.answers.js';
import { seal } from './seal.js';
import { assertYours, receipt, receiptAmong, stateFor } from './standing.js';
import { UsedKeys } from './used-keys.js';

/** Every command of every programme: read, fold, decide, seal, append. */
@CommandHandler(Decide)
export class DecideHandler implements ICommandHandler<Decide> {
  constructor(
    private readonly store: EventStore,
    private readonly personalData: PersonalData,
    private readonly usedKeys: UsedKeys,
    private readonly policies: Policies,
  ) {}

  async execute({ decider, id, type, body, intent, known }: Decide): Promise<Receipt> {
    const target = { decider, id };
    const stream = streamOf(decider, id);
    const claimed = this.usedKeys.claim(intent, [stream, type, body]);
    // It is awaited before anything is appended; until then nobody listens to it.
    claimed.catch(() => undefined);
    const history = intent.expected === 'none' ? [] : await this.store.readStream(stream);
    if (intent.expected !== 'none') await claimed;
    const original = receiptAmong(history, id, intent);
    if (original) return original;

    const before: unknown = stateFor(target, history, intent, this.policies);
    const { data, texts } = seal(body, intent, this.personalData);
    const events = decideOrRefuse(decider, before, type, { ...data, ...known }, intent);
    if (events.length === 0) return receipt(id, history.at(-1));

    const after: unknown = fold(decider, before, events);
    if (intent.expected === 'none') assertYours(target, after, intent, this.policies);
    const about = { programme: decider.programme, subject: decider.subjectOf?.(after) ?? id };
    await Promise.all([
      claimed,
      this.personalData.put(texts.map((text) => ({ ...about, ...text }))),
    ]);
    try {
      const last = await this.store.append(stream, intent.expected, inEnvelopes(events, intent));
      return receipt(id, last);
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
      const overtakenBy = await this.store.readStream(stream);
      const original = receiptAmong(overtakenBy, id, intent);
      if (original) return original;
      stateFor(target, overtakenBy, intent, this.policies);
      throw error;
    }
  }
}
