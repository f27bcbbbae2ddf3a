import type { DomainEvent } from '@sikkerby/kernel';
import {
  dataCategoryWords,
  declineReasonWords,
  legalBasisWords,
  purposeWords,
  type Language,
  type LegalBasis,
} from '@sikkerby/reference';
import type { ConsentScope } from './consent.js';
import type { DisclosureDeclined, InformationDisclosed } from './person-sharing.js';

type Sentence = (event: DomainEvent, language: Language) => string;

/** What happened to a person's record in the register of any programme, by the end of its type. */
const sentences: Readonly<Record<string, Sentence>> = {
  'information-disclosed.v1': ({ data, legalBasis }, language) => {
    const { toOrganisation, purpose, categories } = data as InformationDisclosed['data'];
    const what = listed(dataCategoryWords, categories, language);
    const use = purposeWords[purpose][language];
    const basis = legalBasisWords[legalBasis as LegalBasis][language];
    return language === 'da'
      ? `${toOrganisation} fik oplysninger om ${what} til ${use} efter ${basis}.`
      : `${toOrganisation} was given information on ${what} for ${use}, by ${basis}.`;
  },
  'disclosure-declined.v1': ({ data }, language) => {
    const { toOrganisation, categories, reason } = data as DisclosureDeclined['data'];
    const what = listed(dataCategoryWords, categories, language);
    const why = declineReasonWords[reason][language];
    return language === 'da'
      ? `${toOrganisation} fik ikke oplysninger om ${what}: ${why}.`
      : `${toOrganisation} was not given information on ${what}: ${why}.`;
  },
  'consent-given.v1': ({ data }, language) => {
    const { toOrganisations, purposes, categories } = data as ConsentScope;
    const what = listed(dataCategoryWords, categories, language);
    const use = listed(purposeWords, purposes, language);
    const whom = toOrganisations.join(', ');
    return language === 'da'
      ? `Der blev givet samtykke til at dele oplysninger om ${what} med ${whom} til ${use}.`
      : `Consent was given to share information on ${what} with ${whom} for ${use}.`;
  },
  'consent-withdrawn.v1': (_, language) =>
    language === 'da' ? 'Samtykket blev trukket tilbage.' : 'The consent was withdrawn.',
  'persons-linked.v1': (_, language) =>
    language === 'da'
      ? 'To registreringer blev knyttet sammen: de er om samme person.'
      : 'Two records were linked: they are about one person.',
  'persons-unlinked.v1': (_, language) =>
    language === 'da'
      ? 'Sammenknytningen af to registreringer blev taget tilbage.'
      : 'The link between two records was taken back.',
  'persons-told-apart.v1': (_, language) =>
    language === 'da'
      ? 'To registreringer blev holdt ude fra hinanden: de er om to personer.'
      : 'Two records were told apart: they are about two persons.',
};

/** What happened to the record, as a sentence; undefined for what is not the register's to tell. */
export function personSentence(event: DomainEvent, language: Language): string | undefined {
  return sentences[event.type.slice(event.type.indexOf('.') + 1)]?.(event, language);
}

function listed<Code extends string>(
  words: Readonly<Record<Code, Readonly<Record<Language, string>>>>,
  codes: readonly Code[],
  language: Language,
): string {
  return codes.map((code) => words[code][language]).join(', ');
}
