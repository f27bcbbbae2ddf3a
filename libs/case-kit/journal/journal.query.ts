import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import { Decisions } from '@sikkerby/commands';
import type { Plain } from '@sikkerby/http';
import type { AnyDecider, RecordedEvent, VaultText } from '@sikkerby/kernel';
import { PersonalData } from '@sikkerby/vault';
import { readable } from '../commands/readable.js';
import type { JournalEntry } from '../programme/unit.answers.js';

/** What has happened to a unit? */
export class JournalOf extends Query<About<Plain<JournalEntry>[]>> {
  /** @param say an event as a sentence */
  constructor(
    readonly decider: AnyDecider,
    readonly id: string,
    readonly say: (event: RecordedEvent) => string,
    readonly identity: Identity,
  ) {
    super();
  }
}

@QueryHandler(JournalOf)
export class JournalHandler implements IQueryHandler<JournalOf> {
  constructor(
    readonly decisions: Decisions,
    readonly policies: Policies,
    private readonly personalData: PersonalData,
  ) {}

  async execute({ decider, id, say, identity }: JournalOf) {
    const { events, may, seen } = await readable<unknown>(this, decider, id, identity);
    const references = events.flatMap((event) => textsOf(event).map(([, reference]) => reference));
    const shown = may('read-texts') ? references : [];
    const revealed = await this.personalData.reveal(decider.programme, shown);
    const entries = events.map((event) => ({
      revision: event.revision,
      occurredOn: event.occurredOn,
      recordedAt: event.recordedAt,
      role: event.actor.role,
      sentence: say(event),
      texts: textsOf(event).map(([field, { vault }]) => {
        const text = revealed.get(vault);
        return { field, reference: vault, ...(text === undefined ? {} : { text }) };
      }),
    }));
    return new About(entries, seen);
  }
}

/** The event's references to the vault, by field. */
function textsOf({ data }: RecordedEvent): [string, VaultText][] {
  return Object.entries(data).filter((field): field is [string, VaultText] =>
    isVaultText(field[1]),
  );
}

function isVaultText(value: unknown): value is VaultText {
  return typeof value === 'object' && value !== null && 'vault' in value && 'digest' in value;
}
