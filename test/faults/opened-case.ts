import type { NewEvent } from '@sikkerby/event-store';
import { day } from '@sikkerby/kernel';
import { opening } from '../golden-year/city.js';
import type { Random } from '../golden-year/random.js';

/** A case that was just opened, as it goes into the log. */
export function openedCase(random: Random): { stream: string; events: NewEvent[] } {
  const occurredOn = day('2017-05-01');
  const { person, ...coded } = opening(random, 1, occurredOn);
  const data = {
    ...coded,
    subject: random.uuid(),
    ageAtOpening: 14,
    gender: person.gender,
    reports: [],
    description: { vault: random.uuid(), digest: 'none' },
  };
  const actor = { user: 'demo', role: 'ssp-caseworker', organisation: 'demo' };
  const envelope = { id: random.uuid(), occurredOn, actor, correlationId: random.uuid() };
  return {
    stream: `youth_concern-${random.uuid()}`,
    events: [{ ...envelope, type: 'youth-concern.case-opened.v1', data }],
  };
}
