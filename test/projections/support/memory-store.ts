import {
  EventStore,
  sliceOf,
  UnknownEvent,
  WrongRevision,
  type Appended,
  type Batch,
  type ExpectedRevision,
  type Head,
  type NewEvent,
  type ReadAll,
  type ReadStream,
  type SubscribeOptions,
} from '@sikkerby/event-store';
import type { Position, RecordedEvent } from '@sikkerby/kernel';

/** A log in memory, for tests of what reads it. Types with `.unknown` in them are. */
export class MemoryStore extends EventStore {
  readonly log: RecordedEvent[] = [];
  /** Sizes of the batches to come, in turn; as asked for when empty. */
  readonly cuts: number[] = [];
  private readonly wake = new Set<() => void>();

  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    const revision = this.log.filter((event) => event.stream === stream).length - 1;
    if (typeof expected === 'number' && expected !== revision) {
      throw new WrongRevision(stream, expected, revision);
    }
    const recordedAt = new Date().toISOString();
    events.forEach((event, at) => {
      const position = this.parsePosition(String(this.log.length + 1));
      this.log.push({ ...event, stream, revision: revision + 1 + at, position, recordedAt });
    });
    for (const wake of this.wake) wake();
    const position = this.parsePosition(String(this.log.length));
    return Promise.resolve({
      revision: revision + events.length,
      position,
      recordedAt,
      repeated: false,
    });
  }

  readStream(stream: string, { upTo }: ReadStream = {}): Promise<RecordedEvent[]> {
    const last = upTo && 'position' in upTo ? upTo.position : this.end;
    return Promise.resolve(
      this.log.filter((event) => event.stream === stream && event.position <= last),
    );
  }

  async *readAll({ after, upTo = this.end, ...options }: ReadAll = {}): AsyncIterable<Batch> {
    await Promise.resolve();
    const { typePrefixes, batchSize = 1000 } = options;
    const { from, to } = options.slices ?? { from: 0, to: 1023 };
    const wanted = this.log.filter(({ position, type, stream }) => {
      if ((after !== undefined && position <= after) || position > upTo) return false;
      if (sliceOf(stream) < from || sliceOf(stream) > to) return false;
      return typePrefixes?.some((prefix) => type.startsWith(prefix)) ?? true;
    });
    while (wanted.length > 0) {
      const events = wanted.splice(0, this.cuts.shift() ?? batchSize);
      const stranger = events.find(({ type }) => type.includes('.unknown'));
      if (stranger) throw new UnknownEvent(stranger.type);
      yield { events, through: wanted.length === 0 ? upTo : (events.at(-1)?.position ?? upTo) };
    }
    yield { events: [], through: upTo };
  }

  async *subscribe({ signal, ...options }: SubscribeOptions): AsyncIterable<Batch> {
    let after = options.after;
    while (!signal.aborted) {
      const fresh = after === undefined ? this.log.length > 0 : this.end > after;
      if (!fresh) await this.grown(signal);
      else {
        for await (const batch of this.readAll({ ...options, ...(after && { after }) })) {
          yield batch;
          after = batch.through;
        }
      }
    }
  }

  head(): Promise<Head> {
    return Promise.resolve({ position: this.end, recordedAt: this.log.at(-1)?.recordedAt });
  }

  positionAt(): Promise<Position> {
    throw new Error('no test asks for it');
  }

  distance(after: Position, upTo: Position): Promise<number> {
    return Promise.resolve(Number(upTo) - Number(after));
  }

  parsePosition(text: string): Position {
    return text.padStart(12, '0') as Position;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async grown(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.wake.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.wake.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  private get end(): Position {
    return this.parsePosition(String(this.log.length));
  }
}
