import type { WordsFor } from '@sikkerby/case-kit';
import type { enquiry } from './enquiry.js';
import type { intervention } from './intervention.js';

const parties = {
  municipality: { da: 'kommunen', en: 'the municipality' },
  police: { da: 'politiet', en: 'the police' },
  'prison-service': { da: 'kriminalforsorgen', en: 'the prison service' },
};

export const enquiryWords = {
  unit: { da: 'Henvendelsen', en: 'The enquiry' },
  events: {
    'infohus.enquiry-received.v1': {
      da: 'En henvendelse om {concern} blev modtaget fra {source}.',
      en: 'An enquiry about {concern} was received from {source}.',
    },
    'infohus.enquiry-person-added.v1': {
      da: 'Henvendelsen viste sig også at handle om en person mere.',
      en: 'The enquiry turned out to be about one more person.',
    },
    'infohus.enquiry-cleared.v1': {
      da: 'Politiet svarede: {clearance}.',
      en: 'The police answered: {clearance}.',
    },
    'infohus.enquiry-register-checked.v1': {
      da: 'Registre hos {party} blev undersøgt; kendt der: {hit}.',
      en: 'Registers of {party} were checked; known there: {hit}.',
    },
    'infohus.enquiry-assessed.v1': {
      da: 'Henvendelsen blev vurderet på et møde: {outcome}.',
      en: 'The enquiry was assessed at a meeting: {outcome}.',
    },
    'infohus.enquiry-talk-held.v1': {
      da: 'Samtalen blev holdt.',
      en: 'The talk was held.',
    },
    'infohus.enquiry-handed-over.v1': {
      da: 'Henvendelsen overgik til sikkerhedsmyndigheden og er lukket her.',
      en: 'The enquiry was handed over to the security authority and is closed here.',
    },
    'infohus.enquiry-closed.v1': {
      da: 'Henvendelsen blev lukket: {reason}.',
      en: 'The enquiry was closed: {reason}.',
    },
  },
  codes: {
    ...parties,
    'militant-islamism': { da: 'militant islamisme', en: 'militant islamism' },
    'right-wing-extremism': { da: 'højreekstremisme', en: 'right-wing extremism' },
    'left-wing-extremism': { da: 'venstreekstremisme', en: 'left-wing extremism' },
    'other-extremism': { da: 'anden ekstremisme', en: 'other extremism' },
    school: { da: 'en skole', en: 'a school' },
    'social-services': { da: 'socialforvaltningen', en: 'social services' },
    relative: { da: 'en pårørende', en: 'a relative' },
    citizen: { da: 'en borger', en: 'a citizen' },
    anonymous: { da: 'en anonym', en: 'somebody anonymous' },
    'can-be-handled': { da: 'den kan behandles', en: 'it can be handled' },
    'police-only': { da: 'den er kun politiets', en: 'it is for the police only' },
    'parallel-to-criminal-case': {
      da: 'den kan behandles ved siden af en straffesag',
      en: 'it can be handled parallel to a criminal case',
    },
    unfounded: { da: 'grundløs', en: 'unfounded' },
    talk: { da: 'samtale', en: 'talk' },
    intervention: { da: 'indsats', en: 'intervention' },
    'other-authority': { da: 'anden myndighed', en: 'other authority' },
    'security-authority': { da: 'sikkerhedsmyndighed', en: 'security authority' },
    monitor: { da: 'følges', en: 'to be monitored' },
    helped: { da: 'hjulpet', en: 'helped' },
    'passed-on': { da: 'givet videre', en: 'passed on' },
    'no-longer-a-concern': { da: 'ikke længere en bekymring', en: 'no longer a concern' },
    'new-concern': { da: 'ny bekymring', en: 'a new concern' },
    'closed-too-early': { da: 'lukket for tidligt', en: 'closed too early' },
    source: { da: 'henvenderen', en: 'the reporter' },
    concern: { da: 'bekymringen', en: 'the concern' },
    outcome: { da: 'vurderingen', en: 'the assessment' },
    assessedOn: { da: 'dagen for vurderingen', en: 'the day of assessment' },
    policeOnlyOn: { da: 'dagen for politiets svar', en: 'the day of the police’s answer' },
  },
} satisfies WordsFor<typeof enquiry>;

export const interventionWords = {
  unit: { da: 'Indsatsen', en: 'The intervention' },
  events: {
    'infohus.intervention-proposed.v1': {
      da: '{kind} indsats ved {party} blev foreslået i {district}.',
      en: '{kind} intervention by {party} was proposed in {district}.',
    },
    'infohus.intervention-consent-recorded.v1': {
      da: 'Samtykke blev givet.',
      en: 'Consent was given.',
    },
    'infohus.intervention-consent-withdrawn.v1': {
      da: 'Samtykket blev trukket tilbage; indsatsen går ikke videre.',
      en: 'Consent was withdrawn; the intervention does not go on.',
    },
    'infohus.intervention-begun.v1': {
      da: 'Indsatsen begyndte; den ses efter den {reviewOn}.',
      en: 'The intervention began, to be reviewed on {reviewOn}.',
    },
    'infohus.intervention-reviewed.v1': {
      da: 'Indsatsen blev set efter; næste gang den {nextReviewOn}.',
      en: 'The intervention was reviewed, and is again on {nextReviewOn}.',
    },
    'infohus.intervention-ended.v1': {
      da: 'Indsatsen sluttede: {reason}.',
      en: 'The intervention ended: {reason}.',
    },
  },
  codes: {
    ...parties,
    preventive: { da: 'Forebyggende', en: 'A preventive' },
    resocialising: { da: 'Resocialiserende', en: 'A resocialising' },
    'goals-met': { da: 'målene nået', en: 'goals met' },
    'own-wish': { da: 'eget ønske', en: 'own wish' },
    moved: { da: 'fraflyttet', en: 'moved' },
    imprisoned: { da: 'fængslet', en: 'imprisoned' },
    deceased: { da: 'afgået ved døden', en: 'deceased' },
    relapse: { da: 'tilbagefald', en: 'relapse' },
    'new-wish': { da: 'nyt ønske', en: 'a new wish' },
    'ended-too-early': { da: 'sluttet for tidligt', en: 'ended too early' },
    kind: { da: 'arten', en: 'the kind' },
    party: { da: 'myndigheden', en: 'the authority' },
  },
} satisfies WordsFor<typeof intervention>;
