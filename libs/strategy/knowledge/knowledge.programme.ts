import { policiesBeside, roles } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import { TakeBack, unitContext, unitDefinition } from '@sikkerby/case-kit/edge';
import { secretariat } from '../roles.js';
import { knowledgeItem, type KnowledgeItem } from './item.js';
import { RecordItem, ReviseItem, RewriteItem, WithdrawItem } from './knowledge.requests.js';

const items = unitDefinition({
  decider: knowledgeItem,
  path: 'items',
  roles: { work: secretariat, read: roles },
  begin: { act: 'record', request: RecordItem, summary: 'Share new knowledge' },
  acts: {
    revise: { request: ReviseItem, summary: 'Say anew how well it is founded, and whom it is for' },
    rewrite: { request: RewriteItem, summary: 'Write its title and summary anew' },
    withdraw: { request: WithdrawItem, summary: 'Withdraw it' },
    'share-again': { request: Dated, summary: 'Share it again' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: ({ status, beganOn, item, source, evidenceLevel, audience }: KnowledgeItem) => ({
    ...{ status, beganOn, open: status === 'shared', dueOn: null },
    ...{ district: null, subject: null, assignedTo: null },
    codes: { item, source, evidenceLevel, audience },
  }),
  lists: {},
  words: {
    unit: { da: 'Viden', en: 'The item' },
    events: {
      'knowledge.item-recorded.v1': {
        da: '{item} blev delt med {audience}; kilde: {source}, evidens: {evidenceLevel}.',
        en: '{item} was shared with {audience}; source: {source}, evidence: {evidenceLevel}.',
      },
      'knowledge.item-revised.v1': {
        da: 'Den er nu for {audience}; kilde: {source}, evidens: {evidenceLevel}.',
        en: 'It is now for {audience}; source: {source}, evidence: {evidenceLevel}.',
      },
      'knowledge.item-rewritten.v1': {
        da: 'Titel og sammenfatning blev skrevet om.',
        en: 'Title and summary were written anew.',
      },
      'knowledge.item-withdrawn.v1': {
        da: 'Den blev trukket tilbage, fordi den er {reason}.',
        en: 'It was withdrawn, being {reason}.',
      },
      'knowledge.item-shared-again.v1': {
        da: 'Den blev delt igen.',
        en: 'It was shared again.',
      },
    },
    codes: {
      'own-evaluation': { da: 'egen evaluering', en: 'our own evaluation' },
      research: { da: 'forskning', en: 'research' },
      'other-municipality': { da: 'en anden kommune', en: 'another municipality' },
      'state-authority': { da: 'en statslig myndighed', en: 'a state authority' },
      'other-country': { da: 'et andet land', en: 'another country' },
      'systematic-review': { da: 'systematisk oversigt', en: 'a systematic review' },
      'controlled-study': { da: 'kontrolleret forsøg', en: 'a controlled study' },
      comparison: { da: 'sammenligning', en: 'a comparison' },
      'before-and-after': { da: 'måling før og efter', en: 'measured before and after' },
      experience: { da: 'erfaring fra praksis', en: 'experience' },
      ssp: { da: 'SSP', en: 'SSP' },
      police: { da: 'politiet', en: 'the police' },
      'schools-and-clubs': { da: 'skoler og klubber', en: 'schools and clubs' },
      'social-services': { da: 'socialforvaltningen', en: 'social services' },
      'employment-services': { da: 'beskæftigelsesindsatsen', en: 'employment services' },
      'housing-associations': { da: 'boligorganisationer', en: 'housing associations' },
      'steering-group': { da: 'styregruppen', en: 'the steering group' },
      outdated: { da: 'forældet', en: 'outdated' },
      'shown-to-be-wrong': { da: 'modbevist', en: 'shown to be wrong' },
      'replaced-by-another': { da: 'afløst af en anden', en: 'replaced by another' },
    },
  },
});

/** New knowledge shared across departments (principle 2). */
export const knowledge = unitContext({
  name: 'knowledge',
  persons: false,
  access: 'open',
  title: { da: 'Delt viden', en: 'Shared knowledge' },
  policies: policiesBeside(import.meta.url, 'knowledge'),
  listsVersion: 1,
  units: [items],
  measures: [],
});
