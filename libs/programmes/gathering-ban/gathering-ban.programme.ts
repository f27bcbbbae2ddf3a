import { policiesBeside } from '@sikkerby/access';
import { Dated } from '@sikkerby/http';
import { unitDefinition, unitProgramme, AssignTo, TakeBack } from '@sikkerby/case-kit/edge';
import { gatheringBanFacts, gatheringBanMeasures } from './gathering-ban.facts.js';
import {
  CorrectBan,
  HearOwner,
  IssueBan,
  RefuseWithdrawal,
  WarnOfBan,
  WithdrawBan,
} from './gathering-ban.requests.js';
import { whenItRunsOut } from './when-a-ban-or-a-warning-runs-out-then-it-expires.js';
import { gatheringBan, lapsesOn, warnedUntil, type Ban } from './gathering-ban.js';

const over: readonly string[] = ['withdrawn', 'expired', 'warning-expired'];

/** When the warning, or a first ban, runs out; a repeat lasts until it is withdrawn. */
function dueOn(unit: Ban) {
  return over.includes(unit.status)
    ? null
    : ((unit.episodes ? lapsesOn(unit) : warnedUntil(unit)) ?? null);
}

const bans = unitDefinition({
  decider: gatheringBan,
  path: 'bans',
  roles: { work: ['police-liaison', 'ssp-coordinator'], read: [] },
  begin: {
    act: 'warn',
    request: WarnOfBan,
    summary: 'Warn that gatherings at a place can be banned',
    description: 'Valid for two years. It counts in no figure: a ban counts when it is issued.',
  },
  acts: {
    'hear-owner': { request: HearOwner, summary: 'Say that the owner was heard, and what came' },
    issue: {
      request: IssueBan,
      summary: 'Issue the ban: its first day in force',
      description: 'A first ban lasts three months, a repeat until it is withdrawn.',
      looksAt: { repeatOf: gatheringBan },
    },
    'ask-withdrawal': { request: Dated, summary: 'Somebody asks that it be withdrawn' },
    'refuse-withdrawal': { request: RefuseWithdrawal, summary: 'Keep the ban as it is' },
    withdraw: { request: WithdrawBan, summary: 'Withdraw the ban: its last day in force' },
    expire: { request: Dated, summary: 'The three months of a first ban are over' },
    'warning-expire': { request: Dated, summary: 'The two years of the warning are over' },
    assign: { request: AssignTo, summary: 'Say who works on it' },
    correct: { request: CorrectBan, summary: 'Correct what was recorded' },
    void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
    reinstate: { request: Dated, summary: 'Take back a void' },
  },
  row: (unit: Ban) => {
    const { status, district, beganOn, assignedTo, place, premises } = unit;
    return {
      ...{ status, district, beganOn, subject: null, assignedTo: assignedTo ?? null },
      ...{ open: !over.includes(status), dueOn: dueOn(unit), codes: { place, premises } },
    };
  },
  lists: {
    expiring: {
      statuses: ['in-force', 'withdrawal-asked'],
      dueWithin: { to: 14 },
      summary: 'Which bans expire within 14 days, or have expired?',
    },
    'warnings-expiring': {
      statuses: ['warned', 'owner-heard'],
      dueWithin: { to: 60 },
      summary: 'Which warnings expire within 60 days, or have expired?',
    },
    'withdrawals-to-answer': {
      statuses: ['withdrawal-asked'],
      summary: 'Of which bans has the withdrawal been asked for, and not been answered?',
    },
  },
  words: {
    unit: { da: 'Forbuddet', en: 'The ban' },
    events: {
      'gathering-ban.ban-warned.v1': {
        da: 'Der blev advaret om et forbud ved {place} ({premises}) i {district}.',
        en: 'A ban was warned of at {place} ({premises}) in {district}.',
      },
      'gathering-ban.ban-owner-heard.v1': {
        da: 'Ejeren blev hørt: {answer}.',
        en: 'The owner was heard: {answer}.',
      },
      'gathering-ban.ban-issued.v1': {
        da: 'Forbuddet blev udstedt; gentagelse: {repeat}.',
        en: 'The ban was issued; a repeat: {repeat}.',
      },
      'gathering-ban.ban-withdrawal-asked.v1': {
        da: 'Der blev bedt om, at forbuddet ophæves.',
        en: 'Its withdrawal was asked for.',
      },
      'gathering-ban.ban-withdrawal-refused.v1': {
        da: 'Forbuddet blev fastholdt: {reason}.',
        en: 'The ban was kept: {reason}.',
      },
      'gathering-ban.ban-withdrawn.v1': {
        da: 'Forbuddet blev ophævet: {reason}.',
        en: 'The ban was withdrawn: {reason}.',
      },
      'gathering-ban.ban-expired.v1': {
        da: 'Forbuddet udløb efter tre måneder.',
        en: 'The ban expired after three months.',
      },
      'gathering-ban.ban-warning-expired.v1': {
        da: 'Advarslen udløb efter to år.',
        en: 'The warning expired after two years.',
      },
    },
    codes: {
      club: { da: 'klublokale', en: 'club' },
      shop: { da: 'butik', en: 'shop' },
      cafe: { da: 'café', en: 'café' },
      basement: { da: 'kælder', en: 'basement' },
      dwelling: { da: 'bolig', en: 'dwelling' },
      agrees: { da: 'er enig', en: 'agrees' },
      objects: { da: 'er imod', en: 'objects' },
      'no-answer': { da: 'svarede ikke', en: 'did not answer' },
      'gatherings-go-on': { da: 'de samles stadig', en: 'gatherings go on' },
      'risk-of-violence': { da: 'fare for vold', en: 'a risk of violence' },
      'gatherings-stopped': { da: 'de samles ikke mere', en: 'gatherings stopped' },
      'new-owner': { da: 'ny ejer', en: 'a new owner' },
      'appeal-upheld': { da: 'medhold i klagen', en: 'an appeal was upheld' },
      place: { da: 'stedet', en: 'the place' },
      premises: { da: 'lokalets art', en: 'the premises' },
      repeat: { da: 'gentagelsen', en: 'whether it is a repeat' },
      ownerHeardOn: { da: 'dagen for høringen', en: 'the day of the hearing' },
    },
  },
});

/** Places where gangs may not gather (samlingsstedsforbud): by place, never by person. */
export const gatheringBanProgramme = unitProgramme({
  name: 'gathering-ban',
  persons: false,
  access: 'protected',
  policies: policiesBeside(import.meta.url, 'gathering-ban'),
  title: { da: 'Samlingsstedsforbud', en: 'Gathering bans' },
  listsVersion: 1,
  units: [bans],
  facts: gatheringBanFacts,
  measures: gatheringBanMeasures,
  reactions: whenItRunsOut,
});
