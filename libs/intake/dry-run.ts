import {
  WrongRevision,
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type ReadStream,
} from '@sikkerby/event-store';
import type { Position, RecordedEvent } from '@sikkerby/kernel';
import { Register, type Particulars, type Subject } from '@sikkerby/people';
import type { PersonalData } from '@sikkerby/vault';

/** Reads the real streams, and keeps what is appended to itself. */
export class DryStore implements Pick<EventStore, 'readStream' | 'append'> {
  private readonly kept = new Map<string, RecordedEvent[]>();

  constructor(private readonly real: EventStore) {}

  async readStream(stream: string, how?: ReadStream): Promise<RecordedEvent[]> {
    const kept = this.kept.get(stream) ?? [];
    if (how) return kept.length > 0 ? kept.slice(-1) : this.real.readStream(stream, how);
    return [...(await this.real.readStream(stream)), ...kept];
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    const before = await this.readStream(stream);
    const actual = before.length - 1;
    if (expected !== (actual < 0 ? 'none' : actual))
      throw new WrongRevision(stream, expected, actual);
    const recordedAt = new Date(0).toISOString();
    const position = '0' as Position;
    const added = events.map((event, at) => ({
      ...event,
      ...{ stream, revision: actual + 1 + at, position, recordedAt },
    }));
    this.kept.set(stream, [...(this.kept.get(stream) ?? []), ...added]);
    return { revision: actual + events.length, position, recordedAt, repeated: false };
  }
}

/** Registers nobody; knows whom it was told of. */
export class DryRegister extends Register {
  private readonly kept = new Map<string, Particulars>();

  override keep({ subject }: Subject, particulars: Particulars): Promise<void> {
    this.kept.set(subject, particulars);
    return Promise.resolve();
  }

  override async particularsOf(programme: string, subjects: readonly string[]) {
    const known = await super.particularsOf(programme, subjects);
    for (const subject of subjects) {
      const kept = this.kept.get(subject);
      if (kept) known.set(subject, kept);
    }
    return known;
  }
}

/** Refers to texts as the vault does, and keeps none. */
export function keepNothing(personalData: PersonalData): Pick<PersonalData, 'reference' | 'put'> {
  return {
    reference: (ref, text) => personalData.reference(ref, text),
    put: () => Promise.resolve(),
  };
}
