import type { RecordedEvent } from '@sikkerby/kernel';
import { textsIn, type Said } from './said.js';

/** A stretch of days; without an end it goes on. */
export interface Stretch {
  from: string;
  to: string | undefined;
}

interface Visit {
  on: string;
  age: number;
  resident: boolean;
  isVoid: boolean;
}

/** A club to which somebody was introduced. */
interface Club {
  readonly on: string;
  readonly activity: unknown;
  readonly age: unknown;
}

/** All that was said of a unit, as the newest event of each thing has it. */
export interface Dossier {
  readonly stream: string;
  readonly id: string;
  /** Type of its first event. */
  readonly sort: string;
  readonly told: Record<string, unknown>;
  stretches: Stretch[];
  readonly visits: Visit[];
  clubs: Club[];
  /** Residents by area and year. */
  readonly observed: Map<string, number>;
  isVoid: boolean;
  into: string | undefined;
  mergedOn: string;
}

/** Types that begin a stretch, and that end one. */
const begins =
  /^(activation.course-begun|acute-plan.plan-activated|exit-programme.enrolment-begun|gathering-ban.ban-issued|housing-plan.plan-entered-into-force|infohus.intervention-begun|safety-partnership.partnership-established)$|-reopened$/;
const ends =
  /^(activation.course-ended|acute-plan.plan-deactivated|exit-programme.enrolment-(completed|ended)|gathering-ban.ban-withdrawn|housing-plan.plan-ended|infohus.intervention-(ended|consent-withdrawn)|safety-partnership.partnership-ended)$/;
/** On which day that was, by the name that a correction gives it. */
const dayNames: Readonly<Record<string, string>> = {
  'leisure-job.match-made': 'matchedOn',
  'leisure-guide.grant-given': 'grantedOn',
  'dialogue.activity-held': 'heldOn',
  'dialogue.training-held': 'heldOn',
  'safety-partnership.activity-held': 'heldOn',
  'youth-club.club-year-hours-extended': 'extendedOn',
  'youth-club.club-year-extension-ended': 'extendedTo',
  'youth-club.club-year-membership-made-free': 'freeOn',
};

/** Reads a log event by event. */
export function dossiersOf(log: readonly RecordedEvent[]): Map<string, Dossier> {
  const dossiers = new Map<string, Dossier>();
  for (const event of log) {
    if (/persons-(un)?linked/.test(event.type)) continue;
    const known = dossiers.get(event.stream);
    if (known) note(known, event, event.type.replace('.v1', ''));
    else dossiers.set(event.stream, begun(event));
  }
  return dossiers;
}

function begun({ stream, type, occurredOn, data }: RecordedEvent): Dossier {
  const id = stream.slice(stream.indexOf('-') + 1);
  const sort = type.replace('.v1', '');
  const dossier: Dossier = {
    stream,
    id,
    sort,
    told: { ...data, beganOn: occurredOn },
    stretches: [],
    visits: [],
    clubs: [],
    observed: new Map(),
    ...{ isVoid: false, into: undefined, mergedOn: '' },
  };
  if (begins.test(sort)) dossier.stretches.push({ from: occurredOn, to: undefined });
  if (sort === 'infohus.enquiry-received') {
    dossier.stretches.push({ from: occurredOn, to: undefined });
    dossier.told.people = textsIn(dossier.told.subjects);
  }
  if (sort === 'centre-18-plus.visit-recorded') visited(dossier, occurredOn, dossier.told);
  return dossier;
}

function note(dossier: Dossier, { occurredOn, data }: RecordedEvent, type: string): void {
  const { told, stretches } = dossier;
  const said: Said = { ...data };
  const last = stretches.at(-1);
  if (type.startsWith('centre-18-plus.visit-')) {
    visitNoted(dossier, type, occurredOn, said);
  } else if (type.endsWith('-voided')) dossier.isVoid = true;
  else if (type.endsWith('-reinstated')) dossier.isVoid = false;
  else if (type.endsWith('-merged')) {
    dossier.into = String(said.survivor);
    dossier.mergedOn = occurredOn;
  } else if (type.endsWith('-unmerged')) dossier.into = undefined;
  else if (type.endsWith('-corrected')) correct(dossier, String(said.field), said.value);
  else if (type === 'infohus.enquiry-closed' && last) last.to = occurredOn;
  else if (begins.test(type)) {
    stretches.push({ from: occurredOn, to: undefined });
    if (type.endsWith('-reopened')) return;
    Object.assign(told, said);
  } else if (ends.test(type)) {
    if (last && last.to === undefined) last.to = occurredOn;
  } else special(dossier, type, occurredOn, said);
}

function special(dossier: Dossier, type: string, on: string, said: Said): void {
  const { told } = dossier;
  const dayName = type.endsWith('-completed') ? 'completedOn' : dayNames[type];
  switch (type) {
    case 'gathering-ban.ban-expired': {
      for (const stretch of dossier.stretches.slice(-1)) stretch.to = threeMonths(dossier);
      return;
    }
    case 'leisure-job.match-made':
      told.districtAtMatch = said.district;
      told.ageAtMatch = said.ageAtMatch;
      break;
    case 'leisure-job.match-annulled':
      told.annulled = true;
      return;
    case 'infohus.enquiry-assessed':
      told.outcome = said.outcome;
      told.assessedOn ??= on;
      return;
    case 'infohus.enquiry-cleared':
      if (said.clearance === 'police-only') told.policeOnlyOn ??= on;
      return;
    case 'infohus.enquiry-person-added':
      told.district ??= said.district;
      return;
    case 'dialogue.course-session-held':
      told.sessions = [...textsIn(told.sessions), on].sort();
      return;
    case 'feriecamp.camp-day-held':
      told.heldOn = [...textsIn(told.heldOn), on].sort();
      return;
    case 'leisure-guide.course-club-introduced':
      dossier.clubs = [...clubsOf(dossier), { on, activity: said.activity, age: said.age }];
      told.introducedOn = on;
      return;
    case 'housing-plan.plan-coverage-observed': {
      const { area, year, residents } = said;
      dossier.observed.set(`${String(area)} ${String(year)}`, Number(residents));
      return;
    }
    default:
      Object.assign(told, said);
  }
  if (type === 'leisure-job.match-made') told.matchedOn = on;
  else if (dayName !== undefined) told[dayName] = on;
}

/** The clubs of a course, the last on the day that a correction may have given it. */
export function clubsOf({ told, clubs }: Dossier): Club[] {
  return clubs.map((club, at) =>
    at === clubs.length - 1 ? { ...club, on: String(told.introducedOn) } : club,
  );
}

/** A first ban lasts three months: until the day before the same day of the month, or its last. */
export function threeMonths({ told, stretches }: Dossier): string | undefined {
  const [first] = stretches;
  if (!first || told.repeat === true) return undefined;
  const [year = 0, month = 0, on = 0] = first.from.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  const end = Date.UTC(year, month + 2, Math.min(on, lastOfMonth));
  return new Date(end - 86_400_000).toISOString().slice(0, 10);
}

function correct({ told, stretches }: Dossier, field: string, value: unknown): void {
  const day = String(value);
  const isOfStretch = ['openedOn', 'reopenedOn', 'closedOn'].includes(field);
  if (!isOfStretch) told[field] = value;
  else if (field === 'openedOn') for (const first of stretches.slice(0, 1)) first.from = day;
  else if (field === 'reopenedOn') for (const last of stretches.slice(-1)) last.from = day;
  else {
    const closed = stretches.findLast(({ to }) => to !== undefined);
    if (closed) closed.to = day;
  }
}

function visited({ visits }: Dossier, on: string, said: Said): void {
  visits.push({ on, age: Number(said.age), resident: said.resident === true, isVoid: false });
}

function visitNoted(dossier: Dossier, type: string, on: string, said: Said): void {
  if (type.endsWith('-recorded')) {
    for (const name of ['subject', 'centre', 'gender']) dossier.told[name] = said[name];
    visited(dossier, on, said);
    return;
  }
  const visit = dossier.visits.find((one) => one.on === said.visitedOn);
  if (!visit) return;
  if (type.endsWith('-corrected')) Object.assign(visit, { [String(said.field)]: said.value });
  else visit.isVoid = type.endsWith('-voided');
}
