import type { RecordedEvent } from '@sikkerby/kernel';
import type { EventRegistry } from '../event-registry.js';
import type { Metadata } from '../metadata.js';
import { positionOf } from './position.js';

/** What a line holds of an event of `event_store.log l`, with `separator` between. */
export const columns = `l.position, l.stream, l.revision, l.id, l.type,
  l.recorded_at AT TIME ZONE 'UTC', l.data, l.metadata`;

/** Neither a JSON text nor the name of a stream or type holds it; nor do they hold an end of line. */
export const separator = '\u001f';

/** The event of a line, in its newest version. @throws UnknownEvent */
export function fromLine(line: string, registry: EventRegistry): RecordedEvent {
  const fields = line.split(separator);
  const [position = '', stream = '', revision, id = '', type = '', recordedAt = ''] = fields;
  const [data = '', metadata = ''] = fields.slice(6);
  return {
    id,
    stream,
    revision: Number(revision),
    position: positionOf(position),
    recordedAt: instant(recordedAt),
    ...registry.newest(type, JSON.parse(data) as object),
    ...(JSON.parse(metadata) as Metadata),
  };
}

/** PostgreSQL leaves out zeros at the end of the fraction. */
export function instant(timestamp: string): string {
  const [seconds = '', fraction = ''] = timestamp.split('.');
  return `${seconds.replace(' ', 'T')}.${fraction.padEnd(6, '0')}Z`;
}
