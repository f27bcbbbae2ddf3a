import { randomUUID } from 'node:crypto';
import { EventRegistry, type NewEvent } from '@sikkerby/event-store';
import { day } from '@sikkerby/kernel';

/** Two programmes; `case-opened` had another shape once. */
export const registry = new EventRegistry()
  .register(['youth.case-opened.v2', 'youth.note-added.v1', 'exit.plan-made.v1'])
  .registerUpcaster('youth.case-opened.v1', 'youth.case-opened.v2', (data) => ({
    ...data,
    level: 1,
  }));

/** What an older release wrote: the same, without the newest version. */
export const olderRegistry = new EventRegistry().register(['youth.case-opened.v1']);

export function event(type = 'youth.note-added.v1', data: object = {}): NewEvent {
  return {
    id: randomUUID(),
    type,
    occurredOn: day('2017-03-01'),
    data,
    actor: { user: 'demo.caseworker', role: 'ssp-caseworker', organisation: 'ssp' },
    correlationId: randomUUID(),
  };
}

export function events(count: number, type?: string): NewEvent[] {
  return Array.from({ length: count }, (_, number) => event(type, { number }));
}

export function newStream(): string {
  return `youth-${randomUUID()}`;
}
