import type { DomainEvent } from '@sikkerby/kernel';
import { districts, isDistrict } from '@sikkerby/reference';
import type { Words } from '@sikkerby/statistics';
import type { Kind } from '../unit.js';

export type Language = keyof Words;

/** What a kind of unit and its events and codes are called, for people. */
export interface Dictionary {
  /** One of it, with its article, at the beginning of a sentence: `Løftet`, `The lift`. */
  readonly unit: Words;
  /**
   * A sentence for each event. `{field}` stands for what the event says under that name: a code in
   * words, a district by its name; `{reason}` for the reason in its envelope.
   */
  readonly events: Readonly<Record<string, Words>>;
  /** Codes, and the names of fields that can be corrected. */
  readonly codes: Readonly<Record<string, Words>>;
}

/** What its programme says of it: a sentence for each event that not every kind of unit has alike. */
export interface WordsOf<Type extends string, SharedType extends string> extends Dictionary {
  readonly events: Readonly<Record<Exclude<Type, SharedType>, Words>> &
    Readonly<Partial<Record<Extract<Type, SharedType>, Words>>>;
}

/** The words of a kind of unit, for its decider. */
export type WordsFor<
  Of extends { readonly programme: string; readonly noun: string; readonly evolve: object },
> = WordsOf<keyof Of['evolve'] & string, `${Of['programme']}.${Of['noun']}-${SharedVerb}.v1`>;

/** What happened, as a sentence. Holds no personal data: texts are shown beside it. */
export function sentence(
  { events, codes }: Dictionary,
  { type, data, reason }: DomainEvent,
  language: Language,
): string {
  const values: Readonly<Record<string, unknown>> = { reason, ...data };
  const text = events[type]?.[language];
  if (text === undefined) throw new Error(`${type} has no sentence`);
  return text.replaceAll(/\{(\w+)\}/g, (_, field: string) =>
    inWords({ ...sharedCodes, ...codes }, values[field], language),
  );
}

/** A code, or several, in words; what nobody translated is shown as it is. */
export function inWords(codes: Dictionary['codes'], value: unknown, language: Language): string {
  if (Array.isArray(value))
    return value.map((one: unknown) => inWords(codes, one, language)).join(', ');
  if (isDistrict(value)) return districts[value];
  const code = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
  return Object.hasOwn(codes, code) ? (codes[code]?.[language] ?? code) : code;
}

/** The dictionary with the sentences of what happens to every kind of unit alike. */
export function dictionary({ programme, noun }: Kind, own: Dictionary): Dictionary {
  const shared = sharedSentences(own.unit);
  const events: Dictionary['events'] = Object.fromEntries(
    Object.entries(shared).map(([done, words]) => [`${programme}.${noun}-${done}.v1`, words]),
  );
  return { ...own, events: { ...events, ...own.events } };
}

/** What can happen to every kind of unit. */
export type SharedVerb = keyof ReturnType<typeof sharedSentences>;

function sharedSentences({ da, en }: Words) {
  return {
    assigned: { da: `${da} blev tildelt {caseworker}.`, en: `${en} was assigned to {caseworker}.` },
    corrected: {
      da: `${da}: {field} blev rettet til {value} ({reason}).`,
      en: `${en}: {field} was corrected to {value} ({reason}).`,
    },
    voided: { da: `${da} blev annulleret: {reason}.`, en: `${en} was voided: {reason}.` },
    reinstated: {
      da: `${da} gælder igen: annulleringen blev taget tilbage.`,
      en: `${en} was reinstated.`,
    },
    merged: {
      da: `${da} blev lagt sammen med en anden om samme person.`,
      en: `${en} was merged into another about the same person.`,
    },
    reopened: { da: `${da} blev genåbnet: {reason}.`, en: `${en} was reopened: {reason}.` },
    ended: { da: `${da} sluttede: {reason}.`, en: `${en} ended: {reason}.` },
    extended: {
      da: `${da} blev forlænget til den {until}.`,
      en: `${en} was extended until {until}.`,
    },
    cancelled: { da: `${da} blev aflyst: {reason}.`, en: `${en} was cancelled: {reason}.` },
    unmerged: { da: `${da}: sammenlægningen blev taget tilbage.`, en: `${en} was unmerged.` },
  } satisfies Record<string, Words>;
}

/** What the codes that programmes share are called inside a sentence. */
export const sharedCodes = {
  mistyped: { da: 'tastefejl', en: 'mistyped' },
  misunderstood: { da: 'misforståelse', en: 'misunderstood' },
  'new-information': { da: 'nye oplysninger', en: 'new information' },
  'registered-in-error': { da: 'fejlregistrering', en: 'registered in error' },
  'wrong-person': { da: 'forkert person', en: 'wrong person' },
  'duplicate-entry': { da: 'dobbeltregistrering', en: 'duplicate entry' },
  test: { da: 'afprøvning', en: 'test' },
  female: { da: 'kvinde', en: 'female' },
  male: { da: 'mand', en: 'male' },
  'other-or-unknown': { da: 'andet eller uoplyst', en: 'other or unknown' },
  district: { da: 'bydelen', en: 'the district' },
  beganOn: { da: 'dagen', en: 'the day' },
  openedOn: { da: 'den første dag', en: 'the first day' },
  reopenedOn: { da: 'dagen for genåbningen', en: 'the day of reopening' },
  closedOn: { da: 'den sidste dag', en: 'the last day' },
  plannedOn: { da: 'den planlagte dag', en: 'the planned day' },
  heldOn: { da: 'dagen', en: 'the day' },
  until: { da: 'slutdagen', en: 'the day until which it runs' },
  kind: { da: 'arten', en: 'the kind' },
  area: { da: 'området', en: 'the area' },
  'too-few-came-forward': { da: 'for få tilmeldte', en: 'too few came forward' },
  'no-venue': { da: 'intet lokale', en: 'no venue' },
  'nobody-to-hold-it': { da: 'ingen til at holde det', en: 'nobody to hold it' },
  weather: { da: 'vejret', en: 'the weather' },
  true: { da: 'ja', en: 'yes' },
  false: { da: 'nej', en: 'no' },
} satisfies Dictionary['codes'];
