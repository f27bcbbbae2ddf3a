import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, type Desk } from './desk.js';

interface Page {
  readonly items: readonly {
    readonly unitId: string;
    readonly dueOn: string | null;
    readonly overdue: boolean;
    readonly codes: Record<string, unknown>;
  }[];
}
interface Share {
  readonly asOf: string;
  readonly due: number;
  readonly followedUp: number;
  readonly share?: string;
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.office.close());

const three = ['collaboration', 'gangs', 'local-areas'];
const finance = (effort: string, occurredOn: string, principles = three) =>
  desk.post('/funded-effort/efforts', {
    ...{ effort, organisation: 'social-services', principles, occurredOn },
  });
const share = (year: number, asOf = '') =>
  desk.ask<Share>(`/funded-effort/followed-up?year=${String(year)}${asOf && `&asOf=${asOf}`}`);
const followUp = (id = '', year = 2018, revision = 0) =>
  desk.post(
    `/funded-effort/efforts/${id}/follow-up`,
    { year, effect: 'positive', method: 'registers', occurredOn: '2019-02-01' },
    { revision },
  );

describe('efforts and their follow-ups', () => {
  it('are due in each year of which they have a day, and the share is as known then', async () => {
    expect(await share(2018)).toMatchObject({ due: 0, followedUp: 0 });
    expect(await share(2018)).not.toHaveProperty('share');
    const one = await finance('et', '2018-01-01');
    const other = await finance('to', '2018-12-31');
    const third = await finance('tre', '2017-05-01');
    const end = { reason: 'grant-ran-out', occurredOn: '2017-12-31' };
    const path = `/funded-effort/efforts/${third.id ?? ''}`;
    expect((await desk.post(`${path}/end`, end, { revision: 0 })).status).toBe(200);
    const before = await share(2018);
    expect(before).toMatchObject({ due: 2, followedUp: 0, share: '0.0' });
    await followUp(one.id);
    expect(await share(2018)).toMatchObject({ due: 2, followedUp: 1, share: '50.0' });
    expect(await share(2017)).toMatchObject({ due: 1, followedUp: 0 });
    expect(await share(2018, before.asOf)).toEqual(before);
    const voided = { reason: 'registered-in-error' };
    await desk.post(`/funded-effort/efforts/${other.id ?? ''}/void`, voided, { revision: 0 });
    expect(await share(2018)).toMatchObject({ due: 1, followedUp: 1, share: '100.0' });
  });

  it('are measures as well', async () => {
    const figure = await desk.ask<{ value: number }>(
      '/statistics/funded-effort.followed-up?year=2018&by=principle',
    );
    expect(figure).toMatchObject({
      value: 1,
      breakdown: { rows: three.map((code) => ({ code, value: 1 })) },
    });
  });

  it('are overdue from the year after, the longest first', async () => {
    const { items } = await desk.ask<Page>('/funded-effort/efforts/overdue');
    expect(items.map(({ dueOn, codes, overdue }) => [codes.effort, dueOn, overdue])).toEqual([
      ['tre', '2017-12-31', true],
      ['et', '2019-12-31', true],
    ]);
  });

  it('warn of fewer than three principles, and are financed all the same', async () => {
    const { status, id = '' } = await finance('fire', '2019-11-01', ['gangs', 'extremism']);
    expect(status).toBe(201);
    const warned = await desk.ask<Page>(
      '/funded-effort/efforts?code=warning:fewer-than-three-of-the-five-principles',
    );
    expect(warned.items.map(({ unitId }) => unitId)).toEqual([id]);
    const early = await finance('fem', '2019-10-30', ['gangs', 'extremism']);
    expect(early.rule).toBe('a-principle-is-supported-from-the-day-on-which-it-is-one');
  });
});

describe('shared knowledge', () => {
  const item = (name: string, audience: string[], evidenceLevel = 'comparison') =>
    desk.post('/knowledge/items', {
      ...{ item: name, source: 'research', evidenceLevel, audience, occurredOn: '2018-03-01' },
      ...{ title: 'Opdigtet titel', summary: 'Opdigtet sammenfatning' },
    });
  const found = async (query: string) =>
    (await desk.ask<Page>(`/knowledge/items?${query}`, 'camp-organiser')).items.map(
      ({ codes }) => codes.item,
    );

  it('is found by what it says of itself, by anybody at work, and changed by the secretariat', async () => {
    const { id = '' } = await item('en', ['ssp', 'police']);
    await item('anden', ['police'], 'experience');
    expect(await found('code=audience:ssp')).toEqual(['en']);
    expect((await found('code=audience:police')).toSorted()).toEqual(['anden', 'en']);
    expect(await found('code=audience:police,evidenceLevel:experience')).toEqual(['anden']);
    expect(await found('code=audience:nobody')).toEqual([]);
    expect(await found('code=nothing:ssp')).toEqual([]);
    expect(await desk.refused('/knowledge/items?code=ssp', 'analyst')).toBe(400);
    const withdraw = { reason: 'outdated', occurredOn: '2019-01-01' };
    const path = `/knowledge/items/${id}/withdraw`;
    expect((await desk.post(path, withdraw, { revision: 0, role: 'camp-organiser' })).status).toBe(
      403,
    );
    expect((await desk.post(path, withdraw, { revision: 0 })).status).toBe(200);
    expect(await found('code=audience:ssp')).toEqual([]);
    expect(await found('code=audience:ssp&all=true')).toEqual(['en']);
  });

  it('is read in full in its journal, and its texts are in no event', async () => {
    const { id = '' } = await item('tredje', ['schools-and-clubs']);
    const journal = await desk.ask<{ texts: { text?: string }[] }[]>(
      `/knowledge/items/${id}/journal`,
      'leisure-consultant',
    );
    expect(journal[0]?.texts.map(({ text }) => text)).toEqual([
      ...['Opdigtet titel', 'Opdigtet sammenfatning'],
    ]);
    expect(JSON.stringify(await desk.office.log())).not.toContain('Opdigtet');
  });
});
