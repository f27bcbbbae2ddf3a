import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@sikkerby/access';
import { recordSamples } from '../events/record-samples.js';
import { openDesk, type Desk, type Frozen, type Told } from './desk.js';

interface Report {
  readonly revision: number;
  readonly version: number;
  readonly status: string;
  readonly publishedOn?: string;
  readonly figures?: object;
  readonly goals?: {
    readonly goals: readonly { readonly status: string; readonly trace: readonly object[] }[];
    readonly context: readonly object[];
  };
  readonly assessments: readonly { readonly from: string; readonly text?: object }[];
  readonly principles: readonly { readonly number: number; readonly text?: object }[];
  readonly missing: readonly string[];
  readonly published: readonly object[];
  readonly steps: readonly { readonly step: string; readonly reason?: string }[];
}

const occurredOn = '2019-03-01';
const texts = {
  police: { from: 'police', da: 'Politiets opdigtede vurdering.', en: 'An invented assessment.' },
  ssp: { from: 'ssp', da: 'SSPs opdigtede vurdering.' },
};
const five = [
  'collaboration',
  'knowledge-and-effect',
  'children-and-youth',
  'gangs',
  'local-areas',
];

let desk: Desk;
/** Of the year before the report's, and of its own. */
let past: Frozen;
let frozen: Frozen;
beforeAll(async () => {
  desk = await openDesk();
  past = await desk.statementOf(2017);
  frozen = await desk.statementOf(2018, false);
});
afterAll(async () => {
  if (process.env.RECORD_SAMPLES) recordSamples(await desk.office.log());
  await desk.office.close();
});

const report = (year = 2018, query = '') =>
  desk.ask<Report>(`/annual-reports/${String(year)}${query}`);

/** A step of the report as it stands. */
async function step(
  act: string,
  body: object = {},
  how: { role?: Role; user?: string; year?: number; revision?: number } = {},
): Promise<Told> {
  const { year = 2018, ...rest } = how;
  const revision = how.revision ?? (await report(year)).revision;
  return desk.post(
    `/annual-reports/${String(year)}/${act}`,
    { occurredOn, ...body },
    {
      ...rest,
      revision,
    },
  );
}
const named = ({ statement, sha256 }: Frozen) => ({ statement, sha256 });
const freeze = (more: object = {}) => step('freeze-figures', { ...named(frozen), ...more });
const approve = (user?: string) =>
  step('approve', {}, { role: 'report-approver', ...(user === undefined ? {} : { user }) });

describe('a report', () => {
  it('is opened once, for a year that is over', async () => {
    const open = (year: number, key?: string) =>
      desk.post('/annual-reports', { year, occurredOn }, key === undefined ? {} : { key });
    expect((await open(2019)).rule).toBe('a-report-is-opened-when-its-year-is-over');
    const first = await open(2018);
    expect(first).toMatchObject({ status: 201, revision: 0 });
    const events = await desk.events();
    expect(await open(2018)).toMatchObject({ status: 201, revision: 0, id: first.id });
    expect(await desk.events()).toBe(events);
    expect(await report()).toMatchObject({
      ...{ version: 1, status: 'preparing', published: [] },
      missing: [
        'the-steering-group-sees-a-report-with-frozen-figures',
        'a-report-is-not-published-without-figures-and-goals',
      ],
    });
  });

  it('takes its figures from an approved statement of its year, as it was seen', async () => {
    const notApproved = 'figures-are-frozen-from-an-approved-statement';
    expect(await freeze()).toMatchObject({ status: 409, rule: notApproved });
    expect(await freeze({ statement: 9 })).toMatchObject({ status: 409, rule: notApproved });
    await desk.approve(2018, frozen);
    expect((await freeze({ sha256: 'cd'.repeat(32) })).rule).toBe(
      'the-sha-256-is-that-of-the-approved-statement',
    );
    expect((await freeze({ sha256: 'x' })).status).toBe(400);
    expect((await freeze()).status).toBe(200);
    const { revision, figures } = await report();
    expect(figures).toEqual({ ...named(frozen), before: named(past) });
    expect(await freeze()).toMatchObject({ status: 200, revision });
  });

  it('pins how the goals stand: what is known later changes only the next assessment', async () => {
    expect((await step('assess-goals')).status).toBe(200);
    const pinned = (await report()).goals;
    expect(pinned?.goals).toHaveLength(6);
    expect(pinned?.context).toHaveLength(4);
    const { revision } = await report();
    expect(await step('assess-goals')).toMatchObject({ status: 200, revision });
    await desk.post('/goals/observations', {
      ...{ series: 'unsafe-in-neighbourhood', geography: 'city', period: '2018', value: '8' },
      ...{ unit: 'per-cent', precision: 'exact', source: 'tryghedsundersoegelsen' },
      occurredOn: '2018-06-02',
    });
    expect((await report()).goals).toEqual(pinned);
    expect((await step('assess-goals')).revision).toBe(revision + 1);
    const [first] = (await report()).goals?.goals ?? [];
    expect(first).toMatchObject({
      ...{ status: 'partly-met', definition: { goal: 'G1', title: { en: 'More safety' } } },
      ...{ trace: [expect.anything(), expect.anything()] },
      figures: [{ period: '2009' }, { period: '2015' }, { period: '2017' }, { period: '2018' }],
    });
  });

  it('is not for somebody who has not seen it as it is, nor for who may not', async () => {
    const { revision } = await report();
    const send = (how: object) => step('send-to-steering-group', {}, how);
    expect((await send({ revision: revision - 1 })).status).toBe(412);
    expect((await desk.post('/annual-reports/2018/publish', {})).status).toBe(428);
    for (const role of ['auditor', 'report-approver', 'police-liaison', 'admin'] as const) {
      expect((await send({ role, revision })).status).toBe(403);
    }
    expect(await desk.refused('/annual-reports/2018', 'auditor')).toBe(200);
    expect(await desk.refused('/annual-reports/2018', 'ssp-caseworker')).toBe(403);
    expect(await desk.refused('/annual-reports', 'centre-worker')).toBe(403);
    expect((await report()).revision).toBe(revision);
  });

  it('gets the texts of the principles, each once, and that of the police from the police', async () => {
    for (const principle of five) {
      const told = { principle, da: `Opdigtet om ${principle}.` };
      const { revision } = await step('describe-principle', told);
      expect(await step('describe-principle', told)).toMatchObject({ status: 200, revision });
    }
    expect((await step('describe-principle', { principle: 'extremism', da: 'x' })).rule).toBe(
      'a-principle-is-described-in-a-year-in-which-it-is-one',
    );
    const police = { role: 'police-liaison' } as const;
    expect((await step('attach-assessment', texts.ssp, police)).rule).toBe(
      'an-assessment-is-attached-by-who-made-it-or-the-secretariat',
    );
    const { revision } = await step('attach-assessment', texts.police, police);
    expect(await step('attach-assessment', texts.police, police)).toMatchObject({ revision });
    const other = { ...texts.police, en: 'Another translation.' };
    expect((await step('attach-assessment', other)).revision).toBe((revision ?? 0) + 1);
  });

  it('goes through the steering group, and is not approved while an assessment is missing', async () => {
    expect((await step('send-to-steering-group')).status).toBe(200);
    const because = { reason: 'steering-group-asked' };
    expect((await step('return-to-preparation', because)).status).toBe(200);
    expect(await report()).toMatchObject({ status: 'preparing', figures: named(frozen) });
    expect((await step('send-to-steering-group')).status).toBe(200);
    expect((await freeze({ statement: 2 })).rule).toBe(
      'figures-and-goals-change-while-a-report-is-prepared',
    );
    expect((await approve()).rule).toBe(
      'a-report-is-approved-once-it-is-through-the-steering-group',
    );
    expect((await step('pass-steering-group')).status).toBe(200);
    expect((await step('publish')).rule).toBe('a-report-is-published-once-it-is-approved');
    const rule = 'a-report-is-not-published-while-the-assessment-of-ssp-is-missing';
    expect((await report()).missing).toEqual([rule]);
    expect((await approve()).rule).toBe(rule);
    const ssp = { role: 'ssp-coordinator' } as const;
    expect((await step('attach-assessment', texts.ssp, ssp)).status).toBe(200);
  });

  it('is approved by somebody else than who froze its figures, and published', async () => {
    expect((await approve('probe.analyst')).rule).toBe('who-approves-is-not-who-froze-the-figures');
    expect((await approve()).status).toBe(200);
    expect((await step('attach-assessment', texts.ssp)).rule).toBe(
      'an-approved-report-is-not-changed',
    );
    expect((await step('publish', { occurredOn: '2019-04-01' })).status).toBe(200);
    const { revision } = await report();
    expect(await step('publish', { occurredOn: '2019-04-02' })).toMatchObject({ revision });
    expect(await report()).toMatchObject({
      ...{ status: 'published', publishedOn: '2019-04-01', missing: [] },
      assessments: [
        { from: 'police', text: { da: texts.police.da, en: 'Another translation.' } },
        { from: 'ssp', text: { da: texts.ssp.da } },
      ],
      principles: five.map((principle, at) => ({
        ...{ principle, number: at + 1, text: { da: `Opdigtet om ${principle}.` } },
      })),
    });
  });

  it('is revised as a new version that takes the same steps, beside the one that was published', async () => {
    const before = await report();
    expect((await step('revise', { reason: 'figures-revised' })).status).toBe(200);
    const now = await report();
    expect(now).toMatchObject({ version: 2, status: 'preparing', published: [{ version: 1 }] });
    expect(now.figures).toBeUndefined();
    expect(now.assessments.every(({ text }) => text === undefined)).toBe(true);
    expect(now.steps.at(-1)).toMatchObject({
      ...{ step: 'report-revision-begun', reason: 'figures-revised' },
    });
    const first = await report(2018, '?version=1');
    const { status, publishedOn, figures, goals, assessments, principles } = before;
    expect(first).toMatchObject({ status, publishedOn, figures, goals, assessments, principles });
    expect(await desk.refused('/annual-reports/2018?version=3', 'analyst')).toBe(404);
    expect((await step('send-to-steering-group')).rule).toBe(
      'the-steering-group-sees-a-report-with-frozen-figures',
    );
  });

  it('is in the list, and there is none of another year', async () => {
    await desk.post('/annual-reports', { year: 2017, occurredOn: '2018-02-01' });
    expect(await desk.ask('/annual-reports', 'auditor')).toEqual([
      expect.objectContaining({
        ...{ year: 2018, version: 2, status: 'preparing', publishedOn: '2019-04-01' },
      }),
      { year: 2017, version: 1, revision: 0, status: 'preparing', publishedOn: null },
    ]);
    for (const year of ['2016', '1999', 'x']) {
      expect(await desk.refused(`/annual-reports/${year}`, 'analyst')).toBe(404);
    }
    const nothing = { role: 'analyst', revision: 0 } as const;
    expect((await desk.post('/annual-reports/2016/publish', {}, nothing)).status).toBe(404);
  });

  it('has no text in an event', async () => {
    const log = JSON.stringify(await desk.office.log());
    expect(log).not.toMatch(/pdigtet|invented|translation/);
  });
});
