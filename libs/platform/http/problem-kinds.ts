interface Wording {
  readonly status: number;
  readonly en: string;
  readonly da: string;
}

/** Everything that can be wrong with a request besides a rule of the domain; the key is its type. */
export const problemKinds = {
  'invalid-request': {
    status: 400,
    en: 'The request is not as it must be',
    da: 'Forespørgslen er ikke, som den skal være',
  },
  'malformed-request': {
    status: 400,
    en: 'The body is not JSON, or the address is no address',
    da: 'Indholdet er ikke JSON, eller adressen er ingen adresse',
  },
  'not-authenticated': {
    status: 401,
    en: 'A valid token is needed',
    da: 'Der skal et gyldigt adgangstoken til',
  },
  'not-your-role': {
    status: 403,
    en: 'Your role may not do this',
    da: 'Din rolle giver ikke adgang til dette',
  },
  'not-your-unit': {
    status: 403,
    en: 'The unit belongs to others',
    da: 'Sagen hører til hos andre',
  },
  'not-found': { status: 404, en: 'There is no such thing', da: 'Det findes ikke' },
  'refused-by-a-rule': {
    status: 409,
    en: 'A rule refuses this',
    da: 'En regel afviser dette',
  },
  'stale-revision': {
    status: 412,
    en: 'It has changed since you saw it',
    da: 'Den er ændret, siden du så den',
  },
  'body-too-large': {
    status: 413,
    en: 'The body is over 64 KiB',
    da: 'Indholdet fylder over 64 KiB',
  },
  'event-too-large': {
    status: 413,
    en: 'It would record more than 1 MiB of one thing',
    da: 'Det ville skrive mere end 1 MiB om én ting',
  },
  'append-too-large': {
    status: 413,
    en: 'This records more at once than the storage is set to take; the operator must raise its limit',
    da: 'Det skriver mere på én gang, end lageret er sat til at tage imod; driften må hæve grænsen',
  },
  'not-json': {
    status: 415,
    en: 'Only application/json is read',
    da: 'Kun application/json kan læses',
  },
  'key-reused': {
    status: 422,
    en: 'The Idempotency-Key was used for another command',
    da: 'Idempotency-Key er brugt til en anden kommando',
  },
  'revision-required': {
    status: 428,
    en: 'If-Match must say which revision you saw',
    da: 'If-Match skal sige, hvilken revision du så',
  },
  'too-many-requests': {
    status: 429,
    en: 'Too many requests; wait a little',
    da: 'For mange forespørgsler; vent lidt',
  },
  unexpected: {
    status: 500,
    en: 'Something went wrong here',
    da: 'Noget gik galt her',
  },
  'storage-away': {
    status: 503,
    en: 'The storage does not answer',
    da: 'Lageret svarer ikke',
  },
  'storage-refuses': {
    status: 503,
    en: 'The storage refuses this; the operator must see to its rights and settings',
    da: 'Lageret afviser det; driften må se på dets rettigheder og indstillinger',
  },
  'damaged-stream': {
    status: 503,
    en: 'Its history was changed outside the system; the operator must restore it',
    da: 'Dens historik er ændret uden om systemet; driften må genskabe den',
  },
  'identity-provider-away': {
    status: 503,
    en: 'The identity provider does not answer',
    da: 'Identitetstjenesten svarer ikke',
  },
  'read-log-away': {
    status: 503,
    en: 'Nobody is shown while the log of who looks cannot be written',
    da: 'Ingen vises, mens loggen over opslag ikke kan skrives',
  },
  'read-model-behind': {
    status: 503,
    en: 'The read models are not that far yet',
    da: 'Læsemodellerne er ikke nået så langt endnu',
  },
  'timed-out': { status: 503, en: 'It took too long', da: 'Det tog for lang tid' },
} as const satisfies Record<string, Wording>;

export type ProblemKind = keyof typeof problemKinds;

export type Language = 'da' | 'en';

/** Danish when the caller puts it first, English otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage !== undefined && /^\s*da\b/i.test(acceptLanguage) ? 'da' : 'en';
}
