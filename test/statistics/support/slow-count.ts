import type { RecordedEvent } from '@sikkerby/kernel';
import type { Count } from './ledger.js';
import { personsOf } from './plain-persons.js';
import { textIn, type Said } from './said.js';

/** Everything said of a case, and its stretches of work: from the events, as counting.md has it. */
interface Dossier {
  readonly id: string;
  person: string;
  age: number;
  track: string;
  gender: string;
  said: { what: string; day: string; value: unknown }[];
  work: { from: string; to: string | undefined }[];
  isVoid: boolean;
  into: string | undefined;
  mergedOn: string;
}

/**
 * The figure by looking at every day of every case. Shares nothing with the facts but the events:
 * slow and plain on purpose, to be held against them.
 */
export function slowCount(
  log: readonly RecordedEvent[],
  measure: string,
  year: number,
  by: string,
): Count {
  const dossiers = readAll(log);
  const samePerson = personsOf(log);
  const survivorOf = (one: Dossier): Dossier => {
    const next = one.into === undefined ? undefined : dossiers.get(one.into);
    return next ? survivorOf(next) : one;
  };
  const days = daysBackFrom(year);
  const found = new Map<string, { day: string; lent: boolean; id: string; codes: string[] }>();
  for (const dossier of dossiers.values()) {
    const survivor = survivorOf(dossier);
    if (dossier.isVoid || survivor.isVoid) continue;
    if (measure === 'youth-concern.cases-opened') {
      if (dossier.into !== undefined || !dossier.work[0]?.from.startsWith(String(year))) continue;
    } else if (dossier.track !== 'ssp' || dossier.age >= 18) continue;
    const day = days.find((one) => isActive(dossier, one));
    if (day === undefined) continue;
    const thing = measure === 'youth-concern.persons' ? samePerson(survivor.person) : survivor.id;
    const one = { day, lent: dossier !== survivor, id: dossier.id, codes: codes(dossier, by, day) };
    const other = found.get(thing);
    if (!other || describesBetter(one, other)) found.set(thing, one);
  }
  const rows: Record<string, number> = {};
  for (const { codes } of found.values())
    for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
  return { value: found.size, rows };
}

interface Description {
  day: string;
  lent: boolean;
  id: string;
}

function describesBetter(one: Description, other: Description): boolean {
  if (one.day !== other.day) return one.day > other.day;
  if (one.lent !== other.lent) return !one.lent;
  return one.id < other.id;
}

function daysBackFrom(year: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 11, 31); at >= Date.UTC(year, 0, 1); at -= 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

function isActive({ work, into, mergedOn }: Dossier, day: string): boolean {
  return work.some(({ from, to }) => {
    if (day < from) return false;
    if (to !== undefined) return day <= to;
    return into === undefined || day <= mergedOn || day === from;
  });
}

function codes(dossier: Dossier, by: string, day: string): string[] {
  if (by === 'gender') return [dossier.gender];
  if (by === 'ageBand') {
    const bands: [string, number][] = [
      ['0-9', 9],
      ['10-12', 12],
      ['13-14', 14],
      ['15-17', 17],
    ];
    return [bands.find(([, oldest]) => dossier.age <= oldest)?.[0] ?? '18-25'];
  }
  let latest: { day: string; value: unknown } = { day: '', value: undefined };
  for (const one of dossier.said) {
    if (one.what === by && one.day <= day && one.day >= latest.day) latest = one;
  }
  return Array.isArray(latest.value) ? latest.value.map(String) : [String(latest.value)];
}

function readAll(log: readonly RecordedEvent[]): Map<string, Dossier> {
  const dossiers = new Map<string, Dossier>();
  for (const event of log) {
    const id = event.stream.replace('youth_concern-', '');
    const dossier = dossiers.get(id) ?? blank(id);
    dossiers.set(id, dossier);
    note(dossier, event);
  }
  return dossiers;
}

function blank(id: string): Dossier {
  return {
    ...{ id, person: '', age: 0, track: '', gender: '' },
    ...{ said: [], work: [], isVoid: false, into: undefined, mergedOn: '' },
  };
}

/** `said` for the day of the opening or before is what was so from the first. */
function say(dossier: Dossier, what: string, day: string | undefined, value: unknown): void {
  const opened = dossier.work[0]?.from ?? '';
  if (day !== undefined && day > opened) dossier.said.push({ what, day, value });
  else {
    dossier.said = dossier.said.filter((one) => one.what !== what || one.day > opened);
    dossier.said.push({ what, day: '0000', value });
  }
}

function note(dossier: Dossier, { type, occurredOn, data }: RecordedEvent): void {
  const told: Said = { ...data };
  const last = dossier.work.at(-1);
  switch (type.replace('youth-concern.', '').replace('.v1', '')) {
    case 'case-opened':
      dossier.person = String(told.subject);
      dossier.age = Number(told.ageAtOpening);
      dossier.track = String(told.track);
      dossier.gender = String(told.gender);
      dossier.work.push({ from: occurredOn, to: undefined });
      say(dossier, 'district', occurredOn, told.district);
      say(dossier, 'level', occurredOn, told.level);
      say(dossier, 'concernType', occurredOn, told.concernTypes);
      break;
    case 'level-changed':
      say(dossier, 'level', occurredOn, told.level);
      break;
    case 'concern-types-changed':
      say(dossier, 'concernType', occurredOn, told.concernTypes);
      break;
    case 'transfer-accepted':
      say(dossier, 'district', String(told.effectiveOn), told.toDistrict);
      break;
    case 'case-closed':
      if (last) last.to = occurredOn;
      break;
    case 'case-reopened':
      dossier.work.push({ from: occurredOn, to: undefined });
      break;
    case 'reopening-voided':
      dossier.work.pop();
      break;
    case 'case-voided':
      dossier.isVoid = true;
      break;
    case 'case-reinstated':
      dossier.isVoid = false;
      break;
    case 'case-merged':
      dossier.into = String(told.survivor);
      dossier.mergedOn = occurredOn;
      break;
    case 'case-unmerged':
      dossier.into = undefined;
      break;
    case 'case-corrected':
      correct(dossier, told);
      break;
  }
}

function correct(dossier: Dossier, told: Said): void {
  const { work } = dossier;
  switch (told.field) {
    case 'district':
    case 'level':
      say(dossier, told.field, textIn(told.from), told.value);
      break;
    case 'concernTypes':
      say(dossier, 'concernType', textIn(told.from), told.value);
      break;
    case 'gender':
      dossier.gender = String(told.value);
      break;
    case 'ageAtOpening':
      dossier.age = Number(told.value);
      break;
    case 'track':
      dossier.track = String(told.value);
      break;
    case 'openedOn':
      for (const first of work.slice(0, 1)) first.from = String(told.value);
      break;
    case 'reopenedOn':
      for (const last of work.slice(-1)) last.from = String(told.value);
      break;
    case 'closedOn': {
      const closed = work.findLast(({ to }) => to !== undefined);
      if (closed) closed.to = String(told.value);
      break;
    }
  }
}
