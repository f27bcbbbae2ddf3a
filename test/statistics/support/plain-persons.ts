import type { RecordedEvent } from '@sikkerby/kernel';
import type { Said } from './said.js';

/** Whom an event links, or unlinks. */
export function pairIn(data: object): [string, string] {
  const { subject, otherSubject }: Said = { ...data };
  return [String(subject), String(otherSubject)];
}

/** R4, R7: who is one person by the links in force; each by one of the names. */
export function personsOf(log: readonly RecordedEvent[]): (name: string) => string {
  const pairs = new Map<string, [string, string]>();
  for (const { type, stream, data } of log) {
    if (type.endsWith('.persons-linked.v1')) pairs.set(stream, pairIn(data));
    if (type.endsWith('.persons-unlinked.v1')) pairs.delete(stream);
  }
  return (name) => {
    const same = new Set([name]);
    for (let size = 0; size < same.size;) {
      size = same.size;
      for (const [one, other] of pairs.values()) {
        if (same.has(one)) same.add(other);
        if (same.has(other)) same.add(one);
      }
    }
    return [...same].sort()[0] ?? name;
  };
}
