import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/commands';
import { jsonBody } from '../support/json.js';
import { resolved, routes } from '../generated-requests/openapi.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { Player, type Answer } from './player.js';
import { stories } from './stories.js';
import type { Story } from './story.js';
import { sendRequest } from '../support/send-request.js';

interface Problem {
  readonly rule?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

/** A request that names somebody: a story's, or one of the programme without stories. */
interface Naming {
  readonly path: string;
  readonly role: Role;
  readonly field: 'subject' | 'subjects';
  readonly body: () => Promise<object>;
}

const rule = 'a-person-is-registered-first';
const districts = ['noerrebro', 'valby'];
const concern = { concernTypes: ['group'], district: 'valby', description: 'Opdigtet' };
const newCase = { ...concern, level: 2, track: 'ssp', ownerTeam: 'ssp-valby' };
const ssp = { role: 'ssp-caseworker', field: 'subject' } as const;
const ofSsp: readonly Naming[] = [
  { ...ssp, path: '/youth-concern/cases', body: () => Promise.resolve(newCase) },
  {
    ...{ ...ssp, path: '/youth-concern/concern-reports' },
    body: () => Promise.resolve({ ...concern, source: 'school', anonymous: true }),
  },
  {
    ...{ ...ssp, path: '/youth-concern/concern-reports/{id}/open-case' },
    body: () => Promise.resolve(newCase),
  },
];

let office: Office;
/** Somebody of each programme's register. */
const persons = new Map<string, Promise<string>>();

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function send<Body>(path: string, role: Role, body: object, headers: object = {}) {
  const authorization = `Bearer ${await office.token(`probe.${role}`, role, districts)}`;
  const answer = await sendRequest(office.address + path, {
    method: 'POST',
    headers: {
      ...{ authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await jsonBody<Body>(answer) } satisfies Answer<Body>;
}

function personOf(programme: string, role: Role): Promise<string> {
  const sends = async (to: string, body: object) => (await send<object>(to, role, body)).body;
  const known = persons.get(programme) ?? registered(sends, {}, programme);
  persons.set(programme, known);
  return known;
}

const player = new Player({
  send: (path, role, body, headers) => send<Receipt>(path, role, body, headers),
  personOf: ({ programme, role }) => personOf(programme, role),
});

/** What a story's requests name, by the path of the documentation. */
function namingsOf(story: Story): Naming[] {
  const base = `/${story.programme}/${story.path}`;
  const told = [
    { ...story.begin, path: base },
    ...story.acts.map((one) => ({ ...one, path: `${base}/{id}/${one.act}` })),
  ];
  return told.flatMap(({ path, ...one }) =>
    (['subject', 'subjects'] as const)
      .filter((field) => field in one.body)
      .map((field) => ({
        ...{ path, role: story.role, field },
        body: () => player.telling(story, one),
      })),
  );
}

const all = [...stories.flatMap(namingsOf), ...ofSsp];
const namings = [...new Map(all.map((one) => [one.path, one])).values()];

it('every documented request that names somebody is one of these', () => {
  const naming = routes.filter(({ path, operation }) => {
    const schema = operation.requestBody?.content['application/json']?.schema;
    const properties = schema ? resolved(schema).properties : undefined;
    const names = properties && ('subject' in properties || 'subjects' in properties);
    return names && !path.startsWith('/people/');
  });
  expect(namings.map(({ path }) => path).sort()).toEqual(naming.map(({ path }) => path).sort());
});

describe.each(namings)('$path', ({ path, role, field, body }) => {
  const programme = path.split('/')[1] ?? '';

  async function naming(subject: string) {
    const whole = { ...(await body()), [field]: field === 'subjects' ? [subject] : subject };
    const headers = path.includes('{id}') ? { 'if-match': '"0"' } : {};
    return send<Problem>(path.replace('{id}', randomUUID()), role, whole, headers);
  }

  it.each(['Prøve Opdigtet-7', '0101011234', '7C8E1F50-93D4-4A39-8F0E-5D1C2B3A4E6F'])(
    'takes no %s: a person is named by the reference of the register',
    async (subject) => {
      const { status, body: problem } = await naming(subject);
      expect([status, problem.errors?.map(({ pointer }) => pointer)]).toEqual([400, [`/${field}`]]);
      expect(JSON.stringify(problem)).not.toContain(subject);
    },
  );

  it('names nobody who is not in the register, or only in that of another programme', async () => {
    const refused = { status: 409, body: expect.objectContaining({ rule }) };
    expect(await naming(randomUUID())).toEqual(refused);
    const [other, by]: [string, Role] =
      programme === 'leisure-job'
        ? ['youth-concern', 'ssp-caseworker']
        : ['leisure-job', 'leisure-consultant'];
    expect(await naming(await personOf(other, by))).toEqual(refused);
  });
});
