import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import { pairId } from '../../../libs/people/links/pair-id.js';
import { resolved, routes, type Schema } from '../../generated-requests/openapi.js';
import type { Situation } from './table.js';
import { meetingOn, nameIn, type World } from './world.js';

export interface MatrixRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** What a list shows or hides. */
  readonly record: string;
}

const homes: Partial<Record<Role, string>> = {
  'exit-caseworker': 'exit-programme',
  'benefit-control-officer': 'financial-review',
  'infohus-member': 'infohus',
  'infohus-coordinator': 'infohus',
  'centre-worker': 'centre-18-plus',
  'leisure-consultant': 'leisure-job',
};

/** The programme in whose register somebody of the role asks in that situation. */
function programmeFor(role: Role, situation: Situation): string {
  const home = homes[role] ?? 'youth-concern';
  if (situation === 'closed') {
    return home === 'exit-programme' ? 'financial-review' : 'exit-programme';
  }
  if (situation !== 'other programme') return home;
  return home === 'youth-concern' ? 'leisure-job' : 'youth-concern';
}

const queries: Readonly<Record<string, string>> = {
  '/oversight/reviews': '?limit=100',
  '/youth-concern/cases': '?limit=100',
  '/youth-concern/due-actions': `?limit=100&asOf=${meetingOn}`,
  '/youth-concern/agenda': `?limit=100&forum=local-committee&meetingOn=${meetingOn}`,
  '/statistics/{measure}': '?year=2017',
  '/statistics/{measure}/series': '?from=2016&to=2018',
  '/statistics/{measure}/explanation': '?year=2017',
  '/statistics/{measure}/events': '?year=2017',
  '/goals/status': '?year=2018',
  '/funded-effort/followed-up': '?year=2018',
  '/publication/check': '?year=2012&statement=1',
};

/** Nobody reports on 2011; statements that are missing are so by their number. */
function yearIn(pattern: string, situation: Situation): string {
  return pattern.startsWith('/annual-reports') && situation === 'missing' ? '2011' : '2017';
}

/** The request of a route about the record of that situation, right in every other way. */
export function requestFor(
  route: string,
  role: Role,
  situation: Situation,
  world: World,
): MatrixRequest {
  const [method = '', pattern = ''] = route.split(' ');
  if (world.units.has(pattern)) return unitRequest(method, pattern, situation, world);
  const programme = programmeFor(role, situation);
  const persons = personsFor(pattern, programme, situation, world);
  const ids = idsFor(pattern, situation, world, { ...persons, programme });
  const path = pattern
    .replace('{programme}', programme)
    .replace(
      '{kind}',
      situation === 'missing' && !pattern.includes('{code}') ? 'nothing' : 'school',
    )
    .replace('{code}', situation === 'missing' ? 'no-such-school' : 'husum-skole')
    .replace('{id}', ids.id)
    .replace('{year}', yearIn(pattern, situation))
    .replace('{number}', situation === 'missing' ? '9' : '1')
    .replace(
      '{name}',
      situation === 'missing' ? 'no-such' : 'safety-lift.places.by-district.2012.da.csv',
    )
    .replace('{measure}', `youth-concern.${situation === 'missing' ? 'no-such' : 'cases-handled'}`);
  const request = { method, path: path + (queries[pattern] ?? ''), record: ids.record };
  if (method === 'GET') return request;
  const given = {
    ...persons,
    caseId: world.caseIn(situation),
    survivor: world.secondCase,
    district: situation === 'other district' ? 'noerrebro' : 'valby',
    user: ids.user,
    name: nameFor(pattern, programme, situation),
    cpr: undefined,
    anchor: 'nobody.nothing-happened.v1',
    disclosureId: randomUUID(),
    ...(pattern.endsWith('/lift-legal-hold') ? { ground: 'complaint' } : {}),
    searchToken: 'none',
  };
  return { ...request, body: bodyOf(method, pattern, given) };
}

/** About a unit that is made of a definition. */
function unitRequest(
  method: string,
  pattern: string,
  situation: Situation,
  { units, nobody }: World,
): MatrixRequest {
  const id = units.idIn(pattern, situation) ?? nobody;
  const path = pattern.replace('{id}', id);
  if (method === 'POST') {
    return { method, path, body: units.bodyIn(pattern, situation) ?? {}, record: '' };
  }
  if (pattern.includes('{id}')) return { method, path, record: '' };
  const query = pattern.split('/').length > 3 ? '?limit=100' : '?all=true&limit=100';
  return { method, path: path + query, record: id };
}

/** With whom a pair is made by a route; the pair of `one` and `decided` was decided before. */
const others: Readonly<Record<string, 'toLink' | 'toTellApart' | 'decided'>> = {
  links: 'toLink',
  'told-apart': 'toTellApart',
  undo: 'decided',
  redo: 'decided',
};

/** Two records of the register, the second of which nobody has used yet. */
function personsFor(pattern: string, programme: string, situation: Situation, world: World) {
  const known = world.personsOf(programme);
  const act = pattern.split('/').at(-1) ?? '';
  const other = others[act] ? known[others[act]] : known.alike;
  const isOfPair = /compare|links|told-apart/.test(pattern);
  const isOfUnit = pattern.startsWith('/youth-concern') && pattern.includes('{id}');
  if (situation === 'erased' || situation === 'missing') {
    const gone = situation === 'erased' ? known.erased : world.nobody;
    if (isOfPair) return { subject: known.one, otherSubject: gone };
    return { subject: isOfUnit ? known.one : gone, otherSubject: gone };
  }
  if (pattern === '/youth-concern/cases' || pattern === '/youth-concern/concern-reports') {
    return { subject: world.someone('youth-concern', situation), otherSubject: other };
  }
  if (situation === 'other district') return { subject: known.far, otherSubject: other };
  if (isOfUnit) return { subject: world.personsOf('youth-concern').one, otherSubject: other };
  if (act.endsWith('-consent')) return { subject: known.agreeing, otherSubject: other };
  return { subject: act === 'change' ? known.toChange : known.one, otherSubject: other };
}

interface OfRegister {
  readonly programme: string;
  readonly subject: string;
  readonly otherSubject: string;
}

/** Whose id stands in the address, and what a list is looked through for. */
function idsFor(
  pattern: string,
  situation: Situation,
  world: World,
  { programme, subject, otherSubject }: OfRegister,
): { id: string; record: string; user: string } {
  const user = situation === 'missing' ? 'probe.nobody' : 'probe.elsewhere';
  if (pattern.includes('/concern-reports')) {
    return { id: world.reportIn(situation), record: '', user };
  }
  if (pattern.includes('/links/')) {
    return { id: pairId(programme, subject, otherSubject), record: '', user };
  }
  if (pattern.startsWith('/people')) {
    return { id: subject, record: pattern.endsWith('/duplicates') ? otherSubject : subject, user };
  }
  if (pattern.startsWith('/oversight/break-glass')) {
    const glass = world.looks.glassIn(
      situation,
      pattern.endsWith('/review') ? 'reviewed' : 'waits',
    );
    return { id: glass.id, record: glass.id, user: glass.user };
  }
  if (pattern.startsWith('/oversight/reviews')) {
    const isList = pattern.endsWith('/reviews');
    const id = world.looks.revealIn(situation, isList ? 'waits' : 'reviewed');
    return { id, record: id, user };
  }
  if (pattern.startsWith('/erasure')) return { id: subject, record: '', user };
  if (pattern.startsWith('/audit')) return { id: world.streamIn(situation), record: '', user };
  const isTransfer = pattern.endsWith('/transfers');
  const record = isTransfer ? world.transferIn(situation) : world.caseIn(situation);
  return { id: world.caseIn(situation), record, user };
}

function nameFor(pattern: string, programme: string, situation: Situation): string {
  if (!pattern.endsWith('/search')) return `Prøve Opdigtet-${randomUUID()}`;
  return situation === 'missing' ? 'Prøve Ingen' : nameIn(programme);
}

/** As the document's examples are, but for what is given. */
function bodyOf(method: string, pattern: string, given: Record<string, unknown>): object {
  const route = routes.find((each) => each.method === method && each.path === pattern);
  const schema = route?.operation.requestBody?.content['application/json']?.schema;
  return schema ? (exampleOf(schema, given) as object) : {};
}

function exampleOf(reference: Schema, given: Record<string, unknown>): unknown {
  const schema = resolved(reference);
  const { properties, required = [] } = schema;
  const example = schema.example ?? schema.default ?? schema.enum?.[0];
  if (example !== undefined || !properties) return example;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name, of]) => required.includes(name) || of.example !== undefined || name in given)
      .map(([name, of]) => [name, name in given ? given[name] : exampleOf(of, given)]),
  );
}
