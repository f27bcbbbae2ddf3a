import { governed } from '@sikkerby/system';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Policies } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/commands';
import { addDays, dayInCopenhagen } from '@sikkerby/kernel';
import { jsonOf } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';

const name = `Prøve Opdigtet-${randomUUID()}`;
const note = `Opdigtet notat ${randomUUID()}`;
const [ssp] = governed;
const text = ssp?.policies ?? '';
const usual = new Policies(governed);
/** What the API decides by now. */
let current = usual;
const policies = Object.assign(new Policies(governed), {
  decide: (...asked: Parameters<Policies['decide']>) => current.decide(...asked),
});

let office: Office;
let caseworker: string;
let subject: string;
let caseId: string;
let reportId: string;
let position: string;

const newCase = {
  ...{ district: 'valby', level: 2, track: 'ssp', concernTypes: ['worrying-behaviour'] },
  ...{ ownerTeam: 'ssp-valby', description: note, occurredOn: '2017-03-01' },
};
const newReport = {
  ...{ source: 'school', anonymous: false, district: 'valby', occurredOn: '2017-03-01' },
  ...{ concernTypes: ['worrying-behaviour'], description: note, reporter: note },
};

/** The usual policies, with another text of those of SSP. */
function changed(policies: string): Policies {
  return new Policies(governed.map((each) => (each === ssp ? { ...each, policies } : each)));
}

beforeAll(async () => {
  office = await openOffice(() => ({ policies }));
  caseworker = await office.token('probe.worker', 'ssp-caseworker', ['valby']);
  subject = await registered((path, body) => office.post(path, caseworker, body), { name });
  caseId = (await office.post<Receipt>('/youth-concern/cases', caseworker, { ...newCase, subject }))
    .id;
  const report = await office.post<Receipt>('/youth-concern/concern-reports', caseworker, {
    ...{ ...newReport, subject },
  });
  ({ id: reportId, position } = report);
});
beforeEach(() => {
  current = usual;
});
afterAll(() => office.close());

async function seen(path: string, token = caseworker): Promise<{ status: number; text: string }> {
  return office.get(`/youth-concern/${path}`, token, { 'x-min-position': position });
}

/** On which views the name stands, and on which the free text. */
async function shown() {
  const paths = {
    case: `cases/${caseId}`,
    'case journal': `cases/${caseId}/journal`,
    'case commands': `cases/${caseId}/allowed-commands`,
    report: `concern-reports/${reportId}`,
    'report journal': `concern-reports/${reportId}/journal`,
    list: 'cases',
    'due actions': 'due-actions',
    transfers: 'transfers',
    agenda: 'agenda?forum=local-committee&meetingOn=2017-03-01',
  };
  const named: string[] = [];
  const told: string[] = [];
  for (const [view, path] of Object.entries(paths)) {
    const answer = await seen(path);
    expect([view, answer.status]).toEqual([view, 200]);
    if (answer.text.includes(name)) named.push(view);
    if (answer.text.includes(note)) told.push(view);
  }
  return { named, told };
}

const names = ['case', 'list'];
const texts = ['case journal', 'report journal'];

describe('what is shown of a case and of a report', () => {
  it('is the name and the free text to whom both are permitted', async () => {
    expect(await shown()).toEqual({ named: names, told: texts });
  });

  it('has no name where `read-person` is not permitted', async () => {
    current = changed(text.replaceAll('Action::"read-person", ', ''));
    expect(await shown()).toEqual({ named: [], told: texts });
    const { items } = jsonOf<{ items: object[] }>((await seen('cases')).text);
    expect(items).toMatchObject([{ caseId, name: null }]);
  });

  it('has no free text where `read-texts` is not permitted, but says that there is one', async () => {
    current = changed(text.replaceAll(', Action::"read-texts"', ''));
    expect(await shown()).toEqual({ named: names, told: [] });
    const [opened] = jsonOf<object[]>((await seen(`cases/${caseId}/journal`)).text);
    expect(opened).toMatchObject({ texts: [{ field: 'description' }] });
  });

  it('is decided row by row: of two cases of one person only one may have the name', async () => {
    const second = { ...newCase, subject };
    const { id, revision } = await office.post<Receipt>('/youth-concern/cases', caseworker, second);
    const assigned = { caseworker: 'probe.worker', team: 'ssp-valby' };
    ({ position } = await office.post<Receipt>(
      `/youth-concern/cases/${id}/assign`,
      caseworker,
      assigned,
      revision,
    ));
    // The first policy is that of the district; the second that of who it is assigned to.
    current = changed(text.replace('Action::"read-person", ', ''));
    const { items } = jsonOf<{
      items: { caseId: string; name: string | null }[];
    }>((await seen('cases')).text);
    expect(new Map(items.map((item) => [item.caseId, item.name]))).toEqual(
      new Map([
        [caseId, null],
        [id, name],
      ]),
    );
  });
});

it('a case of another district is read and changed by whom it is assigned to, once it is', async () => {
  const foreign = await office.token('probe.foreign', 'ssp-caseworker', ['vanloese']);
  const opened = await office.post<Receipt>('/youth-concern/cases', caseworker, {
    ...{ ...newCase, subject },
  });
  const path = `/youth-concern/cases/${opened.id}`;
  const change = (revision: number) =>
    office.post<Receipt>(`${path}/change-level`, foreign, { level: 1 }, revision);
  await expect(change(0)).rejects.toThrow('not-your-unit');
  expect((await office.get(path, foreign)).status).toBe(403);
  const assign = { caseworker: 'probe.foreign', team: 'ssp-valby' };
  await office.post(`${path}/assign`, caseworker, assign, 0);
  expect((await office.get(path, foreign)).status).toBe(200);
  expect(await change(1)).toMatchObject({ revision: 2 });
});

describe('the police', () => {
  const views = ['', '/journal', '/allowed-commands'];
  const today = dayInCopenhagen(new Date());
  const referral = {
    ...{ toOrganisation: 'koebenhavns-politi', purpose: 'support', occurredOn: today },
    ...{ legalBasis: 'retsplejeloven-115', until: addDays(today, 30), necessity: 'Opdigtet' },
  };
  let police: string;

  beforeAll(async () => {
    police = await office.token('probe.police', 'police-liaison', [], 'koebenhavns-politi');
  });

  const statuses = (id: string, token: string) =>
    Promise.all(views.map(async (view) => (await seen(`cases/${id}${view}`, token)).status));

  it('see the one case that is referred to them, to read only, until that ends', async () => {
    const opened = await office.post<Receipt>('/youth-concern/cases', caseworker, {
      ...{ ...newCase, subject },
    });
    const { id } = opened;
    const elsewhere = await office.token('probe.else', 'police-liaison', ['valby'], 'pet');
    expect(await statuses(id, police)).toEqual([403, 403, 403]);
    const referralId = randomUUID();
    const refer = { ...referral, referralId };
    const { revision } = await office.post<Receipt>(
      `/youth-concern/cases/${id}/refer`,
      caseworker,
      refer,
      opened.revision,
    );

    expect(await statuses(id, police)).toEqual([200, 200, 200]);
    expect((await seen(`cases/${id}`, police)).text).toContain(name);
    expect((await seen(`cases/${id}/journal`, police)).text).toContain(note);
    const commands = jsonOf<
      {
        allowed: boolean;
        because: string;
      }[]
    >((await seen(`cases/${id}/allowed-commands`, police)).text);
    const why = commands.map(({ allowed, because }) => `${String(allowed)} ${because}`);
    expect(new Set(why)).toEqual(new Set(['false it-is-yours-to-read-only']));
    const own = (await seen(`cases/${id}/allowed-commands`)).text;
    expect(own).toContain('"allowed":true');

    expect(await statuses(caseId, police)).toEqual([403, 403, 403]);
    expect(await statuses(id, elsewhere)).toEqual([403, 403, 403]);
    for (const path of ['cases', 'due-actions', 'transfers', `concern-reports/${reportId}`]) {
      expect(await seen(path, police)).toMatchObject({
        ...{ status: 403, text: expect.stringContaining('not-your-role') as unknown },
      });
    }
    await office.post(
      `/youth-concern/cases/${id}/end-referral`,
      caseworker,
      { referralId },
      revision,
    );
    expect(await statuses(id, police)).toEqual([403, 403, 403]);
  });
});
