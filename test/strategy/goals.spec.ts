import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Identity } from '@sikkerby/access';
import { intakeParts, takeBack, takeIn } from '@sikkerby/intake';
import { strategyUnits, takeInPrintedFigures } from '@sikkerby/strategy';
import { surveyDistricts } from '../../libs/strategy/goals/series.js';
import { openDesk, type Desk } from './desk.js';
import { writing } from '../support/writing.js';

interface Status {
  readonly asOf: string;
  readonly goals: readonly {
    readonly definition: { readonly goal: string };
    readonly status: string;
    readonly trace: readonly { readonly en: string; readonly observations: readonly string[] }[];
    readonly figures: readonly { readonly period: string; readonly value: string }[];
  }[];
  readonly context: readonly {
    readonly series: string;
    readonly figures: readonly { readonly value: string; readonly precision: string }[];
  }[];
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.office.close());

const status = (year: number, asOf = '') =>
  desk.ask<Status>(`/goals/status?year=${String(year)}${asOf && `&asOf=${asOf}`}`);
const goal = (of: Status, code: string) =>
  of.goals.find(({ definition }) => definition.goal === code);

const unsafe = {
  ...{ series: 'unsafe-in-neighbourhood', geography: 'city', period: '2018', value: '8' },
  ...{ unit: 'per-cent', precision: 'exact', source: 'tryghedsundersoegelsen' },
  occurredOn: '2018-06-02',
};
const record = (more: object) => desk.post('/goals/observations', { ...unsafe, ...more });

describe('the figures that the strategy prints', () => {
  it('are there from the beginning, once, each by its page', async () => {
    const before = await desk.events();
    await takeInPrintedFigures(writing(desk.office.system));
    expect(await desk.events()).toBe(before);
    const log = await desk.office.log();
    const printed = log.filter(({ type }) => type === 'goals.observation-recorded.v1');
    expect(printed).toHaveLength(14);
    expect(printed.every(({ data }) => 'printedOnPage' in data)).toBe(true);
  });

  it('are what the goals start from, and context beside them', async () => {
    const now = await status(2017);
    expect(now.goals.map((one) => [one.definition.goal, one.status])).toEqual(
      ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'].map((code) => [code, 'not-assessable']),
    );
    expect(goal(now, 'G1')?.figures.map(({ value }) => value)).toEqual(['11', '6', '9']);
    expect(now.context.map(({ series, figures }) => [series, figures[0]?.value])).toEqual([
      ['released-from-prison', '898'],
      ['imprisoned-again-within-two-years', '33'],
      ['share-of-registered-gang-members', '25'],
      ['average-age-of-gang-members', '25'],
    ]);
    expect(now.context.map(({ figures }) => figures[0]?.precision)).toEqual([
      ...['exact', 'about', 'about', 'about'],
    ]);
  });
});

describe('an observation', () => {
  it('changes how its goal stands, and as known before it nothing', async () => {
    const before = await status(2018);
    expect(goal(before, 'G1')?.status).toBe('not-assessable');
    const first = await record({});
    expect(first).toMatchObject({ status: 201, revision: 0 });
    const now = await status(2018);
    expect(goal(now, 'G1')).toMatchObject({
      status: 'partly-met',
      trace: [
        { en: '2018: 8 per cent against 9 in 2017: a fall.', observations: [first.id] },
        { en: '2018: 8 is more than the target for 2021, 5 per cent.' },
      ],
    });
    expect(await status(2018, before.asOf)).toEqual(before);
  });

  it('happens once, and is not recorded with another figure', async () => {
    const events = await desk.events();
    expect(await record({})).toMatchObject({ status: 201, revision: 0 });
    expect(await desk.events()).toBe(events);
    expect(await record({ value: '7' })).toMatchObject({
      ...{ status: 409, rule: 'an-observation-is-revised-with-a-reason' },
    });
  });

  it('is revised by who saw it as it is, with a reason, and shows both at their positions', async () => {
    const before = await status(2018);
    const { id = '' } = await record({});
    const revised = { value: '5', precision: 'exact', source: 'tryghedsundersoegelsen' };
    const body = { ...revised, reason: 'source-revised-it', occurredOn: '2018-09-01' };
    const path = `/goals/observations/${id}/revise`;
    expect((await desk.post(path, body)).status).toBe(428);
    expect(await desk.post(path, body, { revision: 0 })).toMatchObject({ status: 200 });
    expect((await desk.post(path, { ...body, value: '6' }, { revision: 0 })).status).toBe(412);
    expect(await desk.post(path, body, { revision: 1 })).toMatchObject({ revision: 1 });
    expect(goal(await status(2018), 'G1')?.status).toBe('met');
    expect(await status(2018, before.asOf)).toEqual(before);
    expect(
      await desk.post(`/goals/observations/${id}/void`, { reason: 'test' }, { revision: 1 }),
    ).toMatchObject({ status: 200 });
    expect(goal(await status(2018), 'G1')?.status).toBe('not-assessable');
    expect(
      await desk.post(`/goals/observations/${id}/reinstate`, {}, { revision: 2 }),
    ).toMatchObject({ status: 200 });
    expect(goal(await status(2018), 'G1')?.status).toBe('met');
  });

  it.each([
    ['value', { value: '8.12345' }],
    ['value', { value: 8 }],
    ['period', { period: '2018-05' }],
    ['district', { geography: 'survey-district', district: 'noerrebro' }],
    ['precision', { precision: 'roughly' }],
  ])('is no request with a wrong %s', async (_, more) => {
    expect((await record({ ...more, period: '2020', ...more })).status).toBe(400);
  });
});

describe('the curve of a goal', () => {
  it('ends with the year by which it is assessed', async () => {
    const crime = {
      series: 'reported-crime',
      unit: 'per-1000-inhabitants',
      source: 'rigspolitiet',
    };
    await record({ ...crime, period: '2017', value: '80' });
    await record({ ...crime, period: '2018', value: '79', occurredOn: '2019-02-01' });
    const periods = async (year: number) =>
      goal(await status(year), 'G2')?.figures.map(({ period }) => period);
    expect(await periods(2018)).toEqual(['2016', '2017']);
    expect(await periods(2019)).toEqual(['2016', '2017', '2018']);
  });
});

describe('who may', () => {
  it.each(['auditor', 'report-approver', 'police-liaison', 'ssp-coordinator'] as const)(
    '%s reads and records no observation',
    async (role) => {
      expect(await desk.refused('/goals/status?year=2018', role)).toBe(200);
      const asked = await desk.post('/goals/observations', unsafe, { role });
      expect(asked.status).toBe(403);
    },
  );

  it('a caseworker neither', async () => {
    expect(await desk.refused('/goals/status?year=2018', 'ssp-caseworker')).toBe(403);
    expect(await desk.refused('/goals/definitions', 'ssp-caseworker')).toBe(403);
  });

  it('the police say how they judge, and with that the fifth goal is assessable', async () => {
    const counted = { series: 'registered-gang-members', geography: 'police-district' };
    const police = { unit: 'persons', source: 'koebenhavns-politi', period: '2018-Q1' };
    await record({ ...counted, ...police, value: '280' });
    await record({ ...counted, ...police, period: '2017', value: '285' });
    expect(goal(await status(2018), 'G5')?.status).toBe('not-assessable');
    const body = { year: 2018, judgement: 'positive', occurredOn: '2019-01-31' };
    const judged = await desk.post('/goals/police-judgements', body, { role: 'police-liaison' });
    expect(judged.status).toBe(201);
    expect(goal(await status(2018), 'G5')?.status).toBe('met');
  });
});

describe('a point in time', () => {
  it('may be an instant, and nothing else', async () => {
    const early = await status(2018, '2000-01-01T00:00:00Z');
    expect(early.goals.every(({ figures }) => figures.length === 0)).toBe(true);
    for (const asOf of ['yesterday', '999999999999', '2018-02-30T00:00']) {
      expect(await desk.refused(`/goals/status?year=2018&asOf=${asOf}`, 'analyst')).toBe(400);
    }
  });
});

describe('a file of observations', () => {
  const analyst: Identity = {
    ...{ user: 'probe.analyst', role: 'analyst', organisation: 'city' },
    ...{ districts: [], glass: [] },
  };
  const units = strategyUnits.flatMap((context) => context.units ?? []);
  const unit = units.find(({ path }) => path === 'observations');
  const head =
    'series;geography;district;period;value;unit;precision;source;publishedOn;occurredOn';
  const line = (district: string, value: string, year = '2018') =>
    `unsafe-in-neighbourhood;survey-district;${district};${year};${value};per-cent;exact;tryghedsundersoegelsen;2018-06-01;2018-06-02`;
  const file = (lines: readonly string[]) => Buffer.from([head, ...lines].join('\r\n'), 'latin1');

  it('is taken in with Danish commas, once, and taken back', async () => {
    if (!unit) throw new Error('there are no observations');
    const lines = surveyDistricts.map((code, at) => line(code, at < 4 ? '10,1' : '10,0'));
    const parts = intakeParts(desk.office.app, desk.office.system.appPool);
    const asked = { unit, identity: analyst, file: file(lines) };
    const taken = await takeIn(parts, asked);
    expect(taken).toMatchObject({ rows: 13, entered: 13, errors: [] });
    const { asOf, ...by } = await status(2018);
    expect(goal({ asOf, ...by }, 'G6')).toMatchObject({ status: 'partly-met' });
    expect(goal({ asOf, ...by }, 'G6')?.trace).toHaveLength(5);
    const ofDistrict = goal({ asOf, ...by }, 'G6')?.figures.at(-1);
    const known = { source: 'tryghedsundersoegelsen', publishedOn: '2018-06-01' };
    expect(ofDistrict).toMatchObject({ period: '2018', precision: 'exact', ...known });
    const events = await desk.events();
    await takeIn(parts, asked);
    expect(await desk.events()).toBe(events);
    expect(await takeBack(parts, units, taken.intake, analyst)).toBe(13);
    expect(goal(await status(2018), 'G6')?.status).toBe('not-assessable');
    const right = surveyDistricts.map((code) => line(code, '9'));
    expect(await takeIn(parts, { ...asked, file: file(right) })).toMatchObject({ entered: 13 });
    expect(goal(await status(2018), 'G6')?.status).toBe('met');
  });

  it('says by line and rule what is wrong', async () => {
    if (!unit) throw new Error('there are no observations');
    const wrong = [
      line('valby', 'ti', '2017'),
      line('nowhere', '9', '2017'),
      line('valby', '9,25', '2017'),
    ];
    const { entered, errors } = await takeIn(
      intakeParts(desk.office.app, desk.office.system.appPool),
      {
        unit,
        identity: analyst,
        file: file(wrong),
      },
    );
    expect(entered).toBe(0);
    expect(errors.map(({ line: at, column, detail }) => [at, column ?? detail])).toEqual([
      [2, 'value'],
      [3, 'district'],
      [4, 'a-figure-has-no-more-decimals-than-its-series'],
    ]);
  });
});

describe('the rows behind all that', () => {
  it('are the same when they are made anew', async () => {
    const rows = await desk.office.readModels();
    await desk.office.rebuild();
    expect(await desk.office.readModels()).toEqual(rows);
  });
});
