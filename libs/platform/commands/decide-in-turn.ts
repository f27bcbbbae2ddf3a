import { Hidden, NotYours, type Policies } from '@sikkerby/access';
import { WrongRevision, type EventStore, type NewEvent } from '@sikkerby/event-store';
import { fold, Rejection, type AnyDecider, type RecordedEvent } from '@sikkerby/kernel';
import { PersonErased, type PersonalData, type PersonalText } from '@sikkerby/vault';
import type { Decide } from './decide.command.js';
import { decideOrRefuse } from './decide-or-refuse.js';
import { streamOf } from './decisions.js';
import { inEnvelopes } from './envelopes.js';
import { seal } from './seal.js';
import { assertYours, receiptAmong } from './standing.js';

/** Why a command was not done, while the others beside it were. */
export type Refusal = Rejection | NotYours | Hidden;

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Rejection || error instanceof NotYours || error instanceof Hidden;
}

/** How often it is tried again when somebody else wrote meanwhile. */
const tries = 5;

interface Decided {
  readonly refusals: readonly (Refusal | undefined)[];
  readonly events: readonly NewEvent[];
  readonly texts: readonly PersonalText[];
}

/**
 * Several commands to one unit, whether it has begun or not: it is read once, each is decided on what
 * those before it gave, and what they give is one append. The keys of their intents belong to whoever
 * gives them, and are not claimed.
 */
export class DecideInTurn {
  constructor(
    private readonly store: EventStore,
    private readonly personalData: PersonalData,
    private readonly policies: Policies,
  ) {}

  /**
   * @param isNew whether the unit cannot have begun but by these very commands
   * @returns for each command why it was refused, or nothing when it was done, now or before
   */
  async give(
    commands: readonly Decide[],
    { isNew = false }: { readonly isNew?: boolean } = {},
  ): Promise<readonly (Refusal | undefined)[]> {
    const [first] = commands;
    if (!first) return [];
    const stream = streamOf(first.decider, first.id);
    for (let left = tries; ; left -= 1) {
      const history = isNew && left === tries ? [] : await this.store.readStream(stream);
      const { refusals, events, texts } = this.decide(first.decider, commands, history);
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

  private decide(
    decider: AnyDecider,
    commands: readonly Decide[],
    history: readonly RecordedEvent[],
  ): Decided {
    const [events, texts] = [[] as NewEvent[], [] as PersonalText[]];
    const asserted = new Set<string>();
    let state: unknown = fold<unknown>(decider, decider.initialState, history);

    const refusals = commands.map((command): Refusal | undefined => {
      const { id, type, body, intent, known } = command;
      if (receiptAmong(history, id, intent)) return undefined;
      try {
        if (history.length + events.length > 0) this.assert(command, state, asserted);
        const sealed = seal(body, intent, this.personalData);
        const given = decideOrRefuse(decider, state, type, { ...sealed.data, ...known }, intent);
        const after: unknown = fold(decider, state, given);
        if (history.length + events.length === 0) this.assert(command, after, asserted);
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

  /** Asks the policies once for each home that the unit has in turn. */
  private assert({ decider, id, intent }: Decide, state: unknown, asserted: Set<string>): void {
    const home = JSON.stringify([intent.identity, decider.homeOf?.(state)]);
    if (asserted.has(home)) return;
    assertYours({ decider, id }, state, intent, this.policies);
    asserted.add(home);
  }
}
