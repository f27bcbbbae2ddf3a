import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '@sikkerby/commands';
import { jsonOf } from '../support/json.js';
import { openOffice, type Office } from '../read-log/office.js';
import { registered } from '../support/persons.js';

let office: Office;
let valby: string;
let elsewhere: string;
let subject: string;
let caseId: string;

const wish = () => ({
  ...{ disclosureId: randomUUID(), toOrganisation: 'ungdommens-hus', purpose: 'support' },
  ...{ categories: ['concern'], occurredOn: '2018-03-01' },
});
const disclosure = () => ({
  ...{ ...wish(), legalBasis: 'retsplejeloven-115' },
  necessity: 'Opdigtet begrundelse.',
});
const scope = {
  ...{ toOrganisations: ['ungdommens-hus'], purposes: ['support'] },
  ...{ categories: ['concern', 'plan'], occurredOn: '2018-03-01' },
};

beforeAll(async () => {
  office = await openOffice();
  valby = await office.token('probe.valby', 'ssp-caseworker', ['valby']);
  elsewhere = await office.token('probe.elsewhere', 'ssp-coordinator', ['vanloese']);
});
afterAll(() => office.close());

beforeEach(async () => {
  subject = await registered((path, body) => office.post<object>(path, valby, body));
  const opened = await office.post<Receipt>('/youth-concern/cases', valby, {
    ...{ subject, district: 'valby', level: 2, track: 'ssp', occurredOn: '2018-01-15' },
    ...{ concernTypes: ['group'], ownerTeam: 'ssp-valby', description: 'Opdigtet' },
  });
  caseId = opened.id;
});

const person = (act: string, who = subject) => `/people/youth-concern/persons/${who}/${act}`;
const shared = async (token = valby) => {
  const { status, text } = await office.get(person('disclosures'), token);
  return { status, body: jsonOf<{ disclosures: object[]; type?: string }>(text) };
};

describe('who has received what about a person', () => {
  it('is every disclosure and every referral, with day and basis, and nothing of others', async () => {
    const refer = {
      ...{ referralId: randomUUID(), toOrganisation: 'skolen', purpose: 'education' },
      ...{ legalBasis: 'forvaltningsloven-28', until: '2018-04-01', occurredOn: '2018-02-01' },
      necessity: 'Opdigtet begrundelse.',
    };
    await office.post(`/youth-concern/cases/${caseId}/refer`, valby, refer, 0);
    await office.post(person('disclose'), valby, disclosure());
    const other = await registered((path, body) => office.post<object>(path, valby, body));
    const toOthers = { ...disclosure(), toOrganisation: 'en-anden' };
    await office.post(person('disclose', other), valby, toOthers);
    const { body } = await shared();
    expect(body).toMatchObject({
      disclosures: [
        {
          ...{ toOrganisation: 'skolen', purpose: 'education', until: '2018-04-01' },
          ...{ legalBasis: 'forvaltningsloven-28', occurredOn: '2018-02-01' },
        },
        {
          ...{ toOrganisation: 'ungdommens-hus', purpose: 'support', categories: ['concern'] },
          ...{ legalBasis: 'retsplejeloven-115', occurredOn: '2018-03-01' },
        },
      ],
      declined: [],
      consents: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/en-anden|Opdigtet/);
  });

  it('is also what was declined, and what the person agreed to and no more', async () => {
    const declined = { ...wish(), purpose: 'investigation', reason: 'for-an-investigation' };
    await office.post(person('decline-disclosure'), valby, declined);
    await office.post(person('give-consent'), valby, scope);
    await office.post(person('disclose'), valby, { ...disclosure(), legalBasis: 'consent' });
    const withdrawal = { occurredOn: '2018-03-05' };
    const receipt = await office.post(person('withdraw-consent'), valby, withdrawal);
    expect(receipt).toMatchObject({ id: subject, revision: 3, recipients: ['ungdommens-hus'] });
    const { body } = await shared();
    expect(body).toMatchObject({
      disclosures: [{ legalBasis: 'consent' }],
      declined: [{ purpose: 'investigation', reason: 'for-an-investigation' }],
      consents: [{ givenOn: '2018-03-01', endedOn: '2018-03-05', withdrawn: true }],
    });
    const again = office.post(person('disclose'), valby, {
      ...disclosure(),
      legalBasis: 'consent',
    });
    await expect(again).rejects.toThrow('a-withdrawn-consent-stops-the-sharing');
  });
});

describe('a person who is registered twice', () => {
  it('withdraws their consent under both records', async () => {
    const again = await registered((path, body) => office.post<object>(path, valby, body));
    const coordinator = await office.token('probe.coordinator', 'ssp-coordinator', ['valby']);
    const pair = { subject, otherSubject: again };
    await office.post('/people/youth-concern/links', coordinator, pair);
    const onConsent = { ...disclosure(), legalBasis: 'consent' };
    await office.post(person('give-consent', again), valby, scope);
    await office.post(person('disclose', again), valby, onConsent);
    const withdrawal = { occurredOn: '2018-03-05' };
    const receipt = await office.post(person('withdraw-consent'), valby, withdrawal);
    expect(receipt).toMatchObject({ id: again, recipients: ['ungdommens-hus'] });
    const more = { ...onConsent, disclosureId: randomUUID() };
    const refused = office.post(person('disclose', again), valby, more);
    await expect(refused).rejects.toThrow('a-withdrawn-consent-stops-the-sharing');
    expect((await shared()).body).toMatchObject({ consents: [{ withdrawn: true }] });
  });

  it('withdraws nothing when they never consented', async () => {
    const refused = office.post(person('withdraw-consent'), valby, {});
    await expect(refused).rejects.toThrow('consent-is-given-before-it-is-withdrawn');
  });
});

describe('a disclosure through the API', () => {
  it.each(['toOrganisation', 'purpose', 'legalBasis', 'categories', 'necessity'])(
    'without %s is none',
    async (field) => {
      const body = Object.fromEntries(
        Object.entries(disclosure()).filter(([name]) => name !== field),
      );
      await expect(office.post(person('disclose'), valby, body)).rejects.toThrow(field);
      expect((await shared()).body.disclosures).toEqual([]);
    },
  );

  it('for an investigation is none', async () => {
    const body = { ...disclosure(), purpose: 'investigation' };
    const rule = 'information-is-never-shared-for-an-investigation';
    await expect(office.post(person('disclose'), valby, body)).rejects.toThrow(rule);
    expect((await shared()).body.disclosures).toEqual([]);
  });

  it('is one, however often it is sent at the same time', async () => {
    const body = disclosure();
    const sent = Array.from({ length: 4 }, () => office.post(person('disclose'), valby, body));
    const outcomes = await Promise.allSettled(sent);
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') expect(outcome.value).toMatchObject({ revision: 0 });
      else expect(String(outcome.reason)).toContain('stale-revision');
    }
    expect((await shared()).body.disclosures).toHaveLength(1);
  });

  it('keeps its necessity in the vault, and no text in the event', async () => {
    await office.post(person('disclose'), valby, disclosure());
    const { rows } = await office.owner.query<{ data: object }>(
      `SELECT data FROM event_store.log WHERE stream = $1`,
      [`youth_concern_person_sharing-${subject}`],
    );
    expect(JSON.stringify(rows)).not.toContain('Opdigtet');
    expect(rows).toMatchObject([{ data: { necessity: { vault: expect.any(String) } } }]);
  });

  it('is logged as one, and asking about it as a look', async () => {
    await office.post(person('disclose'), valby, disclosure());
    await shared();
    const { rows } = await office.owner.query<object>(
      `SELECT verb, route FROM read_log.look WHERE subject = $1 AND route LIKE '/people/%/:id/%'
       ORDER BY at`,
      [subject],
    );
    expect(rows).toEqual([
      { verb: 'disclose', route: '/people/:programme/persons/:id/disclose' },
      { verb: 'collect', route: '/people/:programme/persons/:id/disclosures' },
    ]);
  });
});

describe('how a person is shared about', () => {
  it('is for those who work with them only', async () => {
    const refused = office.post(person('disclose'), elsewhere, disclosure());
    await expect(refused).rejects.toThrow('not-your-unit');
    expect(await shared(elsewhere)).toMatchObject({
      status: 403,
      body: { type: 'urn:problem:not-your-unit' },
    });
  });

  it('is nothing where nobody is registered, or for who is outside of a closed programme', async () => {
    const nobody = person('disclose', randomUUID());
    await expect(office.post(nobody, valby, disclosure())).rejects.toThrow('not-found');
    const closed = person('disclose').replace('youth-concern', 'exit-programme');
    await expect(office.post(closed, valby, disclosure())).rejects.toThrow('not-found');
  });
});
