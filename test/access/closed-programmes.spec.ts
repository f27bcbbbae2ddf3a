import { governed } from '@sikkerby/system';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Policies } from '@sikkerby/access';
import { day } from '@sikkerby/kernel';
import { oversight } from '@sikkerby/oversight';
import { people, type Particulars } from '@sikkerby/people';
import { programmes } from '@sikkerby/programmes';
import { pairId } from '../../libs/people/links/pair-id.js';
import { post, send, testApi, type Answer, type TestApi } from '../http/support/test-api.js';

const closed = programmes.filter(({ access }) => access === 'closed').map(({ name }) => name);
const outside = ['ssp-caseworker', 'ssp-coordinator', 'leisure-consultant'] as const;
/** One who is registered in every closed programme, and nowhere else. */
const person: Particulars = {
  ...{ name: 'Prøve Opdigtet-Lukket', birthDate: day('2002-05-17'), gender: 'male' },
};
const known = { ...person, cpr: '1705024123' };
const dated = { occurredOn: '2018-03-01' };

let api: TestApi;
const subjects = new Map<string, { readonly one: string; readonly other: string }>();
let decisions = 0;
let connections = 0;

beforeAll(async () => {
  const persons = programmes.filter((each) => each.persons);
  const policies = new Policies(governed);
  const decide = policies.decide.bind(policies);
  policies.decide = (...asked) => {
    decisions += 1;
    return decide(...asked);
  };
  const registers = people(persons);
  api = await testApi({ programmes: [...programmes, registers, oversight], policies });
  for (const programme of closed) {
    const [one, other] = [randomUUID(), randomUUID()];
    await api.parts.register.keep({ programme, subject: one }, known);
    await api.parts.register.keep({ programme, subject: other }, person);
    subjects.set(programme, { one, other });
  }
  // Who `send` asks for unless told otherwise.
  await api.token();
  api.parts.pool.on('acquire', () => (connections += 1));
});
beforeEach(() => {
  [decisions, connections] = [0, 0];
});
afterAll(() => api.close());

/** Each route of a register, for two records of it. */
const routes: Record<string, (one: string, other: string, programme: string) => [string, object?]> =
  {
    search: () => ['search', { cpr: known.cpr }],
    'register somebody': () => ['persons', { ...person, searchToken: 'x' }],
    person: (one) => [`persons/${one}`],
    address: (one) => [`persons/${one}/reveal-address`, { reason: 'letter' }],
    change: (one) => [`persons/${one}/change`, person],
    duplicates: () => ['duplicates'],
    compare: (subject, otherSubject) => ['compare', { subject, otherSubject }],
    link: (subject, otherSubject) => ['links', { subject, otherSubject, ...dated }],
    'tell apart': (subject, otherSubject) => ['told-apart', { subject, otherSubject, ...dated }],
    undo: (one, other, programme) => [`links/${pairId(programme, one, other)}/undo`, dated],
    redo: (subject, otherSubject, programme) => [
      `links/${pairId(programme, subject, otherSubject)}/redo`,
      { subject, otherSubject, ...dated },
    ],
  };
const cases = closed.flatMap((programme) =>
  Object.keys(routes).map((route) => [programme, route] as const),
);

async function ask(
  programme: string,
  route: string,
  { one, other }: { one: string; other: string },
  token: string,
): Promise<Answer> {
  const [path, body] = routes[route]?.(one, other, programme) ?? [''];
  const headers = { authorization: `Bearer ${token}`, 'if-match': '"0"' };
  const method = body === undefined ? 'GET' : 'POST';
  return send(api, method, `/people/${programme}/${path}`, headers, body);
}

/** The answer without what is new in each, and the work that was done for it. */
async function told(answering: Promise<Answer>) {
  [decisions, connections] = [0, 0];
  const { status, body, headers } = await answering;
  const { correlationId, ...rest } = body;
  expect(typeof correlationId).toBe('string');
  const changing = ['date', 'x-correlation-id', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
  const sent = [...headers].filter(([name]) => !changing.includes(name));
  return { status, body: rest, headers: Object.fromEntries(sent), decisions, connections };
}

describe('a closed programme, to whom is outside of it', () => {
  it.each(cases)('%s is not there: %s', async (programme, route) => {
    for (const role of outside) {
      const token = await api.token({ user: `probe.${role}`, role });
      const there = subjects.get(programme) ?? { one: '', other: '' };
      const missing = { one: randomUUID(), other: randomUUID() };
      const answer = await told(ask(programme, route, there, token));
      expect(answer).toMatchObject({ status: 404, body: { type: 'urn:problem:not-found' } });
      expect(answer.decisions).toBe(1);
      expect(await told(ask(programme, route, missing, token))).toEqual(answer);
      expect(await told(ask('no-such-programme', route, there, token))).toEqual(answer);
    }
  });

  it('answers as a record of their own programme that is missing', async () => {
    const token = await api.token({ user: 'probe.ssp', role: 'ssp-caseworker' });
    const missing = { one: randomUUID(), other: randomUUID() };
    const { status, body, headers } = await told(ask('youth-concern', 'person', missing, token));
    for (const programme of closed) {
      const there = subjects.get(programme) ?? missing;
      const answer = await told(ask(programme, 'person', there, token));
      expect(answer).toMatchObject({ status, body, headers });
    }
  });

  it('adds nobody to what other programmes find, list or count', async () => {
    const found = await post<{ items: object[] }>(api, '/people/youth-concern/search', {
      ...{ cpr: known.cpr, name: known.name, birthDate: known.birthDate },
    });
    expect(found).toMatchObject({ status: 200, body: { items: [] } });
    const coordinator = await api.token({ user: 'probe.two', role: 'ssp-coordinator' });
    const headers = { authorization: `Bearer ${coordinator}` };
    const pairs = await send(api, 'GET', '/people/youth-concern/duplicates', headers);
    expect(pairs).toMatchObject({ status: 200, body: { items: [] } });
  });
});

it('a closed programme is there for its own', async () => {
  const token = await api.token({ user: 'probe.exit', role: 'exit-caseworker' });
  const there = subjects.get('exit-programme') ?? { one: '', other: '' };
  expect((await ask('exit-programme', 'person', there, token)).body).toMatchObject({
    name: person.name,
  });
  const found = await ask('exit-programme', 'search', there, token);
  expect(found.body).toMatchObject({ items: [{ subject: there.one }] });
  const { body } = await ask('exit-programme', 'duplicates', there, token);
  const [subject, otherSubject] = [there.one, there.other].sort();
  expect(body).toEqual({ items: [{ subject, otherSubject }] });
});
