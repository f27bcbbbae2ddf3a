import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import { programmes } from '@sikkerby/programmes';
import type { SubjectExport } from '../../libs/people/subject-access/subject-export.answers.js';
import { Player, type Answer } from '../programmes/player.js';
import { stories } from '../programmes/stories.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { sendRequest } from '../support/send-request.js';

const districts = ['noerrebro', 'valby', 'bispebjerg', 'amager-oest', 'indre-by'];
const ofPersons = programmes
  .filter(({ persons, units }) => persons && units)
  .map(({ name }) => name);

let office: Office;
const persons = new Map<string, Promise<string>>();

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- callers say what the answer is
async function send<Body>(path: string, role: Role, body: object, headers = {}) {
  const token = await office.token(`probe.${role}`, role, districts);
  const answer = await sendRequest(office.address + path, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...{ 'idempotency-key': randomUUID(), ...headers },
    },
    body: JSON.stringify(body),
  });
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: (isJson ? await answer.json() : undefined) as Body };
}

const player = new Player({
  send: (path, role, body, headers) => send<Answer['body']>(path, role, body, headers),
  personOf({ programme, role }, name) {
    const key = `${programme} ${name}`;
    const sends = async (path: string, body: object) => (await send<object>(path, role, body)).body;
    const person = persons.get(key) ?? registered(sends, {}, programme);
    persons.set(key, person);
    return person;
  },
});

const storiesOf = (programme: string) => stories.filter((story) => story.programme === programme);

describe.each(ofPersons)('what %s keeps about somebody', (programme) => {
  it('is told in whole sentences, without the names of employees, and as a document', async () => {
    for (const story of storiesOf(programme)) await player.live(story);
    const own = [...persons].filter(([name]) => name.startsWith(`${programme} `));
    expect(own).not.toEqual([]);
    for (const [, subject] of own) {
      const path = `/people/${programme}/persons/${await subject}`;
      const { status, body } = await send<SubjectExport>(`${path}/export`, 'dpo', {});
      expect(status).toBe(200);
      for (const { sentence, type } of body.events) {
        expect([type, sentence.da, sentence.en]).toEqual([
          type,
          expect.stringMatching(/ .*\.$/),
          expect.stringMatching(/ .*\.$/),
        ]);
      }
      expect(JSON.stringify(body.events)).not.toMatch(/demo-|probe\./);
      const document = await send(`${path}/export-document`, 'dpo', { language: 'da' });
      expect(document.status).toBe(200);
    }
  });
});

describe('what is known in a programme', () => {
  async function shared(programme: string, role: Role, toOrganisation: string): Promise<string> {
    const sends = async (path: string, body: object) => (await send<object>(path, role, body)).body;
    const subject = await registered(sends, {}, programme);
    const path = `/people/${programme}/persons/${subject}/disclose`;
    const { body } = await send<{ rule?: string }>(path, role, {
      ...{ disclosureId: randomUUID(), toOrganisation, purpose: 'support' },
      ...{ legalBasis: 'retsplejeloven-115', categories: ['concern'], necessity: 'Opdigtet' },
    });
    return body.rule ?? 'shared';
  }

  it.each([
    [
      'exit-programme',
      'exit-caseworker',
      'klub-7',
      'information-is-shared-after-consent-was-given',
    ],
    ['infohus', 'infohus-member', 'klub-7', 'information-is-shared-after-consent-was-given'],
    [
      'financial-review',
      'benefit-control-officer',
      'youth-concern',
      'nothing-flows-between-help-and-control',
    ],
    [
      'leisure-job',
      'leisure-consultant',
      'financial-review',
      'nothing-flows-between-help-and-control',
    ],
    ['leisure-job', 'leisure-consultant', 'klub-7', 'shared'],
  ] as const)('%s, told by %s to %s: %s', async (programme, role, to, rule) => {
    expect(await shared(programme, role, to)).toBe(rule);
  });
});
