import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@sikkerby/kernel';
import { metadataOf } from './metadata.js';

/** A log is not what it must be for a copy of it, or to it. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

/**
 * What a log holds, told by a digest: of each event, in the order of the log, its stream, revision,
 * id, type, data and metadata. Not where it stands and when it was recorded, which every store sets
 * itself.
 */
export class LogContent {
  events = 0;
  private readonly hash = createHash('sha256');
  private readonly revisions = new Map<string, number>();

  /** @throws CopyRefused for an event that does not come next in its stream */
  add(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      const { stream, revision } = event;
      if (revision !== (this.revisions.get(stream) ?? -1) + 1) {
        throw new CopyRefused(`the log has a gap before revision ${revision} of ${stream}`);
      }
      this.revisions.set(stream, revision);
      this.hash.update(textOf(event));
      this.events += 1;
    }
  }

  get streams(): number {
    return this.revisions.size;
  }

  /** SHA-256, in hexadecimal. */
  get digest(): string {
    return this.hash.copy().digest('hex');
  }
}

/** Stores keep the order of keys; of ids, some keep the case and some do not. */
export function textOf(event: RecordedEvent): string {
  const { stream, revision, id, type, data } = event;
  const fields = [stream, revision, id.toLowerCase(), type, data, metadataOf(event)];
  return `${JSON.stringify(fields)}\n`;
}
