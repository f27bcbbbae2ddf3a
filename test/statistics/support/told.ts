import { addDays, type Day } from '@sikkerby/kernel';
import type { Random } from '../../golden-year/random.js';

/** A unit of a random history, as its rules see it. */
export interface Unit {
  readonly id: string;
  state: { readonly status: string };
  last?: Day;
}

/** What a kind of unit is, or what came of it, where the word means something else in each. */
const words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  activation: { kind: ['job-training', 'education', 'guidance', 'treatment'] },
  acute_plan: { kind: ['acute', 'acute', 'preparedness'] },
  dialogue_activity: { kind: ['debate', 'workshop', 'performance'] },
  dialogue_training: { kind: ['teachers', 'club-staff'] },
  exit_programme: { track: ['own-programme', 'framework-model'] },
  feriecamp: { kind: ['area', 'area', 'city-wide'] },
  financial_review: { outcome: ['no-finding', 'repayment', 'reported'] },
  infohus_enquiry: {
    source: ['school', 'police', 'relative'],
    outcome: ['unfounded', 'talk', 'intervention', 'intervention', 'monitor'],
  },
  infohus_intervention: { kind: ['preventive', 'resocialising'] },
  safety_lift: { kind: ['lift', 'lift', 'safe-space-project'] },
  safety_partnership: { kind: ['local-area', 'local-area', 'police-municipal'] },
  safety_partnership_activity: { kind: ['safety-walk', 'clean-up'] },
  youth_club: { kind: ['youth-club', 'leisure-club'] },
  youth_club_observation: { source: ['statistics-denmark', 'survey'] },
  youth_concern: { track: ['ssp', 'ssp', 'ssp', 'ssp-plus'] },
};
const districts = ['noerrebro', 'valby', 'indre-by', 'bispebjerg'];
const areas = ['mjoelnerparken', 'tingbjerg', 'folehaven'];

/** In which unit it happens, on which day, and how to choose. */
interface Moment {
  readonly random: Random;
  readonly category: string;
  readonly unit: Unit;
  readonly on: Day;
  readonly all: (category: string) => readonly Unit[];
  readonly known: Readonly<Record<string, unknown>>;
}

const oneOf =
  <T>(...choices: T[]) =>
  ({ random }: Moment): T =>
    one(random, choices);
const whole =
  (least: number, most: number) =>
  ({ random }: Moment) =>
    random.whole(least, most);
const after =
  (least: number, most = least) =>
  ({ random, on }: Moment) =>
    addDays(on, random.whole(least, most));
const none = { status: 'nothing-yet' };
const always = (value: unknown) => () => value;

/** What can be said of anything, by the field's name. */
const fields: Readonly<Record<string, (moment: Moment) => unknown>> = {
  subject: ({ known, ...moment }) => known.subject ?? personOf(moment),
  subjects: (moment) => [personOf(moment)],
  ...{ gender: oneOf('female', 'male'), age: whole(13, 28), ageAtMatch: whole(13, 24) },
  ...{ ageAtOpening: whole(8, 19), level: whole(1, 4), ownerTeam: always('team-1') },
  ...{ concernTypes: oneOf(['group'], ['group', 'crime']), reports: always([]) },
  ...{ toTeam: always('team-2'), effectiveOn: after(-40, 60), weeklyHours: whole(1, 37) },
  ...{ trigger: oneOf('stabbing', 'unrest'), visitors: whole(0, 30), resident: whole(0, 4) },
  centre: oneOf('centre-valby', 'centre-amager', 'centre-noerrebro'),
  ...{ visitedOn: ({ on }) => on, participants: whole(0, 90), pupils: whole(15, 28) },
  ...{ precision: oneOf('counted', 'estimated'), school: always('skole-3'), grade: whole(7, 9) },
  ...{ plannedOn: after(0, 20), area: oneOf(...areas), holiday: oneOf('summer', 'winter') },
  areas: (moment) => [...new Set([oneOf(...areas)(moment), oneOf(...areas)(moment)])],
  ...{ firstDay: ({ on }) => on, lastDay: after(30), nominatedBy: always('police') },
  ...{ place: oneOf('plads-1', 'plads-2', 'plads-3'), premises: oneOf('club', 'cafe') },
  ...{ answer: always('agrees'), until: after(100, 700), residents: whole(900, 1100) },
  ...{ year: whole(2016, 2018), source: always('school'), party: oneOf('municipality', 'police') },
  ...{ concern: oneOf('militant-islamism', 'other-extremism'), reviewOn: after(30) },
  clearance: oneOf('can-be-handled', 'can-be-handled', 'police-only'),
  ...{ club: oneOf('klub-1', 'klub-2', 'klub-3'), activity: oneOf('football', 'dance', 'music') },
  ...{ kroner: whole(100, 1200), wishes: always(['shop']), trade: oneOf('shop', 'kitchen') },
  ...{ answerBy: after(10), startsOn: after(5), measures: oneOf(['lighting'], ['seating']) },
  ...{ employee: oneOf('worker-1', 'worker-2', 'worker-3'), time: oneOf('day', 'evening') },
  ...{ contacts: whole(5, 30), toClub: whole(0, 3), toAssociation: whole(0, 1) },
  ...{ toLeisureJob: whole(0, 1), perCent: whole(10, 30), partner: always('klub-1') },
  ...{ employer: oneOf('municipal', 'municipal', 'partner'), themes: always(['housing']) },
  times: oneOf(['evening'], ['weekend'], ['evening', 'weekend']),
  ...{ reason: always('mistyped'), caseworker: always('probe.worker') },
  ...{ district: oneOf(...districts), toDistrict: oneOf(...districts) },
  districtAtMatch: oneOf(...districts),
  enquiry: (moment) => named('enquiry', moment)?.id,
  enquiryIs: (moment) => named('enquiry', moment)?.state ?? none,
  assignment: (moment) => named('assignment', moment)?.id,
  assignmentIs: (moment) => named('assignment', moment)?.state ?? none,
  partnership: (moment) => named('partnership', moment)?.id,
  partnershipIs: (moment) => named('partnership', moment)?.state ?? none,
};

/**
 * Something for every field that any act of any kind reads: each takes what it knows, and gets the
 * same when it asks again. What it names of other kinds, and a correction, depend on what there is.
 */
export function told(given: Omit<Moment, 'known'>): Record<string, unknown> {
  const { random, category, unit } = given;
  const moment = { ...given, known: { ...unit.state, ...before(unit) } };
  const said: Record<string, unknown> = {
    ...(category === 'feriecamp' ? camp(moment) : {}),
    ...(category === 'infohus_intervention'
      ? { subject: subjectOf(named('enquiry', moment)) }
      : {}),
    ...survivor(moment),
    ...correction(moment),
  };
  return new Proxy(said, {
    get: (known, name: string) => (known[name] ??= sayOf(name, moment)),
    has: (known, name: string) => name in known || name in fields,
  });

  function sayOf(name: string, about: Moment): unknown {
    const own = words[category]?.[name];
    if (own) return one(random, own);
    const value = fields[name]?.(about);
    return name === 'resident' ? value !== 0 : value;
  }
}

function one<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[random.whole(0, choices.length - 1)];
  if (choice === undefined) throw new Error('there is nothing to choose from');
  return choice;
}

function personOf({ category, random }: Pick<Moment, 'category' | 'random'>): string {
  const programme = category.replace(/_(register|grant|enquiry|intervention)$/, '');
  return `${programme.replaceAll('_', '-')}-person-${String(random.whole(1, 8))}`;
}

/** A city-wide camp is in no area. */
function camp(moment: Moment): object {
  const kind = one(moment.random, ['area', 'area', 'city-wide']);
  const isNew = moment.unit.state.status === 'nothing-yet';
  return kind === 'area' || !isNew ? { kind } : { kind, area: null, district: null };
}

const subjectOf = (unit: Unit | undefined) =>
  unit && 'subject' in unit.state ? unit.state.subject : undefined;

/** The unit of that name whose own kind is not this one: the first that suits, by the day. */
function named(name: string, { all, on }: Moment): Unit | undefined {
  const kind = { enquiry: 'infohus_enquiry', assignment: 'street_outreach' }[name];
  const units = all(kind ?? 'safety_partnership').filter(({ state }) => isGoingOn(name, state));
  return units[Number(on.slice(-2)) % Math.max(1, units.length)];
}

function isGoingOn(name: string, state: Unit['state']): boolean {
  if (name !== 'enquiry') return /^(at-work|established)$/.test(state.status);
  return 'outcome' in state && state.outcome === 'intervention' && 'subject' in state;
}

function survivor({ random, category, unit, all }: Moment): object {
  const alike = all(category).filter(
    (other) => other !== unit && subjectOf(other) === subjectOf(unit),
  );
  const into = alike.length > 0 ? one(random, alike) : unit;
  const { status } = into.state;
  const survivorIs = { status, subject: subjectOf(into), itself: into === unit };
  return { survivor: into.id, survivorIs };
}

function before({ state }: Unit): object {
  return 'before' in state && typeof state.before === 'object' ? { ...state.before } : {};
}

const dayFields = /(On|To|until)$/;

/** A field that the unit has, and another value for it. */
function correction(moment: Moment): object {
  const { random, known, category } = moment;
  if (Array.isArray(known.visits)) {
    const visit = one(random, known.visits as { on: Day }[]);
    const field = one(random, ['on', 'age', 'resident']);
    const right = field === 'age' ? random.whole(13, 28) : random.chance(0.5);
    return { visitedOn: visit.on, field, value: field === 'on' ? addDays(visit.on, 3) : right };
  }
  const days = 'episodes' in known ? ['openedOn', 'reopenedOn', 'closedOn'] : [];
  const field = one(random, [...Object.keys(known), ...days]);
  if (Array.isArray(known[field]) && /^(heldOn|sessions)$/.test(field)) {
    return { field, value: (known[field] as Day[]).map((each) => addDays(each, 2)) };
  }
  if (dayFields.test(field)) return { field, value: after(-40, 60)(moment) };
  const own = words[category]?.[field];
  const value = own ? one(random, own) : fields[field]?.(moment);
  if (value === undefined) return {};
  return { field, value: field === 'resident' ? value !== 0 : value, from: after(-40, 60)(moment) };
}
