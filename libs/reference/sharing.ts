import { keysOf } from '@sikkerby/kernel';

/** The languages that people are answered in. */
export type Language = 'da' | 'en';

type Words = Readonly<Record<Language, string>>;

/** What information may be shared for; `investigation` can be asked for and is always refused. */
export const purposeWords = {
  coordination: { da: 'koordination', en: 'coordination' },
  support: { da: 'støtte', en: 'support' },
  treatment: { da: 'behandling', en: 'treatment' },
  education: { da: 'uddannelse', en: 'education' },
  employment: { da: 'beskæftigelse', en: 'employment' },
  investigation: { da: 'efterforskning', en: 'investigation' },
} as const satisfies Record<string, Words>;

/**
 * Grounds for sharing: the SSP, PSP and KSP clause of the Administration of Justice Act, consent,
 * and the clause of the Public Administration Act on disclosure between authorities.
 */
export const legalBasisWords = {
  'retsplejeloven-115': { da: 'retsplejelovens § 115', en: 'Administration of Justice Act s. 115' },
  consent: { da: 'samtykke', en: 'consent' },
  'forvaltningsloven-28': {
    da: 'forvaltningslovens § 28',
    en: 'Public Administration Act s. 28',
  },
} as const satisfies Record<string, Words>;

/** What kind of information about a person is shared. `offences` needs a ground of its own. */
export const dataCategoryWords = {
  identity: { da: 'hvem personen er', en: 'who the person is' },
  contact: { da: 'kontaktoplysninger', en: 'contact details' },
  family: { da: 'familieforhold', en: 'family' },
  schooling: { da: 'skole og uddannelse', en: 'school and education' },
  employment: { da: 'arbejde', en: 'work' },
  finances: { da: 'økonomi', en: 'finances' },
  health: { da: 'helbred', en: 'health' },
  'social-conditions': { da: 'sociale forhold', en: 'social conditions' },
  concern: { da: 'bekymringen', en: 'the concern' },
  plan: { da: 'planen og dens handlinger', en: 'the plan and its actions' },
  offences: { da: 'strafbare forhold', en: 'criminal offences' },
} as const satisfies Record<string, Words>;

/** Grounds for sharing offence data: the numbers of section 8(2) of the Data Protection Act. */
export const offenceGroundWords = {
  'databeskyttelsesloven-8-2-1': {
    da: 'databeskyttelseslovens § 8, stk. 2, nr. 1 (samtykke)',
    en: 'Data Protection Act s. 8(2)(1) (consent)',
  },
  'databeskyttelsesloven-8-2-2': {
    da: 'databeskyttelseslovens § 8, stk. 2, nr. 2 (klart overvejende interesser)',
    en: 'Data Protection Act s. 8(2)(2) (clearly overriding interests)',
  },
  'databeskyttelsesloven-8-2-3': {
    da: 'databeskyttelseslovens § 8, stk. 2, nr. 3 (en myndigheds virksomhed eller afgørelse)',
    en: "Data Protection Act s. 8(2)(3) (an authority's activity or decision)",
  },
  'databeskyttelsesloven-8-2-4': {
    da: 'databeskyttelseslovens § 8, stk. 2, nr. 4 (opgaver for det offentlige)',
    en: 'Data Protection Act s. 8(2)(4) (tasks for the public)',
  },
} as const satisfies Record<string, Words>;

/** Why information that was asked for is not given: nobody is obliged to share. */
export const declineReasonWords = {
  'not-necessary': { da: 'det er ikke nødvendigt', en: 'it is not necessary' },
  'no-legal-basis': { da: 'der er ikke hjemmel', en: 'there is no legal basis' },
  'no-consent': { da: 'der er ikke samtykke', en: 'there is no consent' },
  'for-an-investigation': {
    da: 'det er til efterforskning',
    en: 'it is for an investigation',
  },
  'harms-the-trust': { da: 'det skader tilliden', en: 'it harms the trust' },
} as const satisfies Record<string, Words>;

export type Purpose = keyof typeof purposeWords;
export type LegalBasis = keyof typeof legalBasisWords;
export type DataCategory = keyof typeof dataCategoryWords;
export type OffenceGround = keyof typeof offenceGroundWords;
export type DeclineReason = keyof typeof declineReasonWords;

export const purposes = keysOf(purposeWords);
export const legalBases = keysOf(legalBasisWords);
export const dataCategories = keysOf(dataCategoryWords);
export const offenceGrounds = keysOf(offenceGroundWords);
export const declineReasons = keysOf(declineReasonWords);
