import type { RecordedEvent } from '@sikkerby/kernel';
import type { DataCategory, OffenceGround, Purpose } from '@sikkerby/reference';
import type { Plain } from '@sikkerby/http';
import type { ConsentScope } from './consent.js';
import type { DisclosureDeclined } from './person-sharing.js';
import type { ConsentPeriod, DeclinedWish, Disclosure } from './sharing.answers.js';

/** What an event tells of itself when it shares information. */
interface Shares {
  readonly toOrganisation?: string;
  readonly purpose: Purpose;
  readonly categories?: readonly DataCategory[];
  readonly offenceGround?: OffenceGround;
  readonly until?: string;
}

/**
 * Who was given what, in the order in which it was recorded. Whatever happens in any unit with a
 * legal basis in its envelope and an organisation is a disclosure: a referral as well as a single piece
 * of information, and not the ground on which a review begins.
 */
export function disclosuresIn(events: readonly RecordedEvent[]): Plain<Disclosure>[] {
  return events.flatMap((event) => {
    const { legalBasis, occurredOn, recordedAt, data } = event;
    const { toOrganisation, purpose, categories, offenceGround, until } = data as Shares;
    if (legalBasis === undefined || toOrganisation === undefined) return [];
    return [
      {
        ...{ toOrganisation, purpose, legalBasis, occurredOn, recordedAt },
        ...(categories && { categories: [...categories] }),
        ...(offenceGround && { offenceGround }),
        ...(until !== undefined && { until }),
      },
    ];
  });
}

/** Which wishes for information were not followed. */
export function declinedIn(events: readonly RecordedEvent[]): Plain<DeclinedWish>[] {
  return events.filter(isA('disclosure-declined')).map(({ occurredOn, data }) => {
    const { toOrganisation, purpose, categories, reason } = data as DisclosureDeclined['data'];
    return { toOrganisation, purpose, categories: [...categories], reason, occurredOn };
  });
}

/** What one record's person agreed to, and until when. */
export function consentsIn(events: readonly RecordedEvent[]): Plain<ConsentPeriod>[] {
  const turns = events.filter((event) => isA('consent-given')(event) || isWithdrawal(event));
  return turns.flatMap((event, at) => {
    if (isWithdrawal(event)) return [];
    const next = turns[at + 1];
    const { toOrganisations, purposes, categories } = event.data as ConsentScope;
    return [
      {
        givenOn: event.occurredOn,
        ...(next && { endedOn: next.occurredOn }),
        withdrawn: next !== undefined && isWithdrawal(next),
        toOrganisations: [...toOrganisations],
        purposes: [...purposes],
        categories: [...categories],
      },
    ];
  });
}

/** Whether a record's person ever agreed to anything. */
export function everConsented(events: readonly RecordedEvent[]): boolean {
  return events.some(isA('consent-given'));
}

const isWithdrawal = (event: RecordedEvent) => isA('consent-withdrawn')(event);

function isA(what: string) {
  return ({ type }: RecordedEvent) => type.endsWith(`.${what}.v1`);
}
