import type { Verb } from '@sikkerby/access';
import type { LookPurpose } from '@sikkerby/http';
import {
  dataCategoryWords,
  declineReasonWords,
  legalBasisWords,
  offenceGroundWords,
  purposeWords,
  type Language,
} from '@sikkerby/reference';
import type { Gender } from '../register/particulars.js';

type Words = Readonly<Record<Language, string>>;

const genders: Readonly<Record<Gender, Words>> = {
  female: { da: 'kvinde', en: 'female' },
  male: { da: 'mand', en: 'male' },
  'other-or-unknown': { da: 'andet eller uoplyst', en: 'other or unknown' },
};

const verbs: Readonly<Record<Verb, Words>> = {
  collect: { da: 'læst', en: 'read' },
  search: { da: 'fundet ved søgning', en: 'found by a search' },
  change: { da: 'ændret', en: 'changed' },
  disclose: { da: 'givet videre', en: 'passed on' },
  reveal: { da: 'beskyttet adresse vist', en: 'protected address shown' },
  delete: { da: 'slettet', en: 'deleted' },
};

const lookPurposes: Readonly<Record<LookPurpose, Words>> = {
  'case-work': { da: 'sagsbehandling', en: 'case work' },
  supervision: { da: 'ledelsestilsyn', en: 'supervision' },
  review: { da: 'efterkontrol', en: 'review' },
  audit: { da: 'revision', en: 'audit' },
  'subject-access': { da: 'indsigt', en: 'subject access' },
  retention: { da: 'opbevaring og sletning', en: 'retention and deletion' },
};

/** What texts are called; a programme's others keep the name of their field. */
const fields: Readonly<Record<string, Words>> = {
  description: { da: 'beskrivelse', en: 'description' },
  necessity: { da: 'hvorfor det var nødvendigt at dele', en: 'why it was necessary to share' },
  note: { da: 'notat', en: 'note' },
  text: { da: 'notat', en: 'note' },
  goals: { da: 'mål', en: 'goals' },
  reporter: { da: 'hvem der henvendte sig', en: 'who reported' },
};

const codes: Readonly<Record<string, Words>> = {
  ...{ ...genders, ...verbs, ...lookPurposes, ...fields },
  ...{ ...purposeWords, ...legalBasisWords, ...offenceGroundWords },
  ...{ ...dataCategoryWords, ...declineReasonWords },
};

/** Codes in words; one that nobody translated is shown as it is. */
export function codesInWords(given: readonly string[], language: Language): string {
  return given.map((code) => codes[code]?.[language] ?? code).join(', ');
}

/** What the document says around what it tells. */
export const documentWords = {
  da: {
    heading: 'Indsigt i registrerede oplysninger',
    made: 'Udskrevet',
    registered: 'Hvem du er registreret som',
    happened: 'Hvad der er sket',
    texts: 'Hvad der er skrevet om dig',
    disclosures: 'Hvem der har fået oplysninger om dig',
    declined: 'Hvem der bad om oplysninger og ikke fik dem',
    consents: 'Dine samtykker',
    lookUps: 'Hvornår og hvorfor oplysningerne er set',
    nothing: 'Intet.',
    aboutOthers: 'Udeladt: det handler om en anden.',
    isProtected: 'Beskyttet: registreret, men ikke skrevet her.',
    everything: 'hele sagen',
    stillHolds: 'gælder',
    withdrawn: 'trukket tilbage',
    replaced: 'afløst af et andet',
    columns: {
      recordedAt: 'Registreret',
      name: 'Navn',
      birthDate: 'Født',
      gender: 'Køn',
      cpr: 'CPR-nummer',
      address: 'Adresse',
      contact: 'Kontakt',
      day: 'Dag',
      what: 'Hvad',
      field: 'Tekst',
      whom: 'Hvem',
      purpose: 'Formål',
      basis: 'Hjemmel',
      until: 'Til og med',
      why: 'Hvorfor ikke',
      time: 'Tidspunkt',
    },
  },
  en: {
    heading: 'Access to what is registered',
    made: 'Printed',
    registered: 'Who you are registered as',
    happened: 'What has happened',
    texts: 'What was written about you',
    disclosures: 'Who was given information about you',
    declined: 'Who asked for information and was not given it',
    consents: 'Your consents',
    lookUps: 'When and why the information was looked at',
    nothing: 'Nothing.',
    aboutOthers: 'Left out: it is about somebody else.',
    isProtected: 'Protected: registered, but not written here.',
    everything: 'the whole case',
    stillHolds: 'holds',
    withdrawn: 'withdrawn',
    replaced: 'replaced by another',
    columns: {
      recordedAt: 'Recorded',
      name: 'Name',
      birthDate: 'Born',
      gender: 'Gender',
      cpr: 'CPR number',
      address: 'Address',
      contact: 'Contact',
      day: 'Day',
      what: 'What',
      field: 'Text',
      whom: 'Who',
      purpose: 'Purpose',
      basis: 'Legal basis',
      until: 'Until',
      why: 'Why not',
      time: 'Time',
    },
  },
} as const;
