import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@sikkerby/access';
import { jsonOf } from '../support/json.js';
import { csvDocument } from '../../libs/strategy/annual-report/document/csv-document.js';
import { principlesOf } from '../../libs/strategy/annual-report/attachments.js';
import { openedCase } from '../faults/opened-case.js';
import { Random } from '../golden-year/random.js';
import { openDesk, type Desk } from './desk.js';
import { sendRequest, type HttpAnswer } from '../support/send-request.js';

interface Content {
  readonly report: { readonly status: string };
  readonly statement?: { readonly year: number; readonly number: number; readonly sha256: string };
  readonly figures?: readonly {
    readonly measure: string;
    readonly now: { readonly value?: number };
  }[];
}

const occurredOn = '2018-03-01';
const hostile = '<script>alert(1)</script> & =HYPERLINK("x")';
let desk: Desk;
let revision = 0;

beforeAll(async () => {
  desk = await openDesk();
  const random = new Random(3);
  for (let number = 0; number < 12; number++) {
    const { stream, events } = openedCase(random);
    await desk.office.system.store.append(stream, 'none', events);
  }
  await desk.post('/annual-reports', { year: 2017, occurredOn });
});
afterAll(() => desk.office.close());

async function written(format: string, language = 'da', query = ''): Promise<HttpAnswer> {
  const path = `/annual-reports/2017/document?format=${format}&language=${language}${query}`;
  const { position } = await desk.office.system.store.head();
  const headers = {
    authorization: `Bearer ${await desk.tokenOf('auditor')}`,
    'x-min-position': position,
  };
  const answer = await sendRequest(desk.office.address + path, { headers });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer;
}
const text = async (...asked: Parameters<typeof written>) => (await written(...asked)).text();
const content = async () => jsonOf<Content>(await text('json'));

async function step(act: string, body: object = {}, role: Role = 'analyst'): Promise<void> {
  const told = await desk.post(
    `/annual-reports/2017/${act}`,
    { occurredOn, ...body },
    { revision, role },
  );
  expect([act, told.status]).toEqual([act, 200]);
  revision = told.revision ?? 0;
}

describe('a draft', () => {
  it('says that it is one, and what is missing', async () => {
    expect(await text('html')).toMatch(/Udkast: ikke offentliggjort[^]*Mangler endnu/);
    expect(await text('html', 'en')).toMatch(/Draft: not published[^]*Still missing/);
    expect(await content()).toMatchObject({ report: { status: 'preparing' } });
  });

  it('has the totals of the approved statement, and which one', async () => {
    const { statement, sha256 } = await desk.statementOf(2017);
    await step('freeze-figures', { statement, sha256 });
    await step('assess-goals');
    const found = await content();
    expect(found.statement).toMatchObject({ year: 2017, number: statement });
    for (const language of ['da', 'en'] as const) {
      expect(await text('html', language)).not.toContain(sha256.slice(0, 16));
    }
    const handled = found.figures?.find(({ measure }) => measure === 'youth-concern.cases-handled');
    expect(handled?.now).toEqual({ value: 12 });
    expect(await text('html', 'en')).toMatch(
      /Cases handled by SSP<sup>[^]{0,120}<td class="number">12<\/td>/,
    );
  });

  it('does not change with what is recorded later', async () => {
    const { figures } = await content();
    const { stream, events } = openedCase(new Random(99));
    await desk.office.system.store.append(stream, 'none', events);
    expect((await content()).figures).toEqual(figures);
  });
});

describe('a document', () => {
  beforeAll(async () => {
    await step('attach-assessment', { from: 'police', da: hostile, en: 'In English.' });
    await step('attach-assessment', { from: 'ssp', da: 'Kun på dansk.' });
    for (const principle of principlesOf(2017)) {
      await step('describe-principle', { principle, da: `Opdigtet om ${principle}.` });
    }
    await step('send-to-steering-group');
    await step('pass-steering-group');
    await step('approve', {}, 'report-approver');
    await step('publish', { occurredOn: '2018-04-01' });
  });

  it('is a page in its language with every goal, a chart each, and every principle', async () => {
    const [danish, english] = await Promise.all([text('html'), text('html', 'en')]);
    expect(danish).toMatch(/^<!doctype html>\n<html lang="da">/);
    expect(english).toContain('<html lang="en">');
    for (const page of [danish, english]) {
      expect(page.match(/<svg /g)).toHaveLength(6);
      for (const goal of ['G1', 'G2', 'G3', 'G4', 'G5', 'G6']) expect(page).toContain(`>${goal} `);
      for (const principle of principlesOf(2017))
        expect(page).toContain(`Opdigtet om ${principle}.`);
      expect(page).not.toMatch(/Udkast|Draft|undefined|NaN|\[object/);
    }
    expect(danish).toContain('Offentliggjort 1. april 2018');
    expect(english).toContain('Published 1 April 2018');
    expect(english).toMatch(/In Danish only:<\/p>\n<p lang="da">Kun på dansk\.<\/p>/);
  });

  it('links each figure to the note that defines it', async () => {
    const page = await text('html');
    const links = [...page.matchAll(/href="#(note-\d+)"/g)].map(([, id]) => id);
    const notes = [...page.matchAll(/<li id="(note-\d+)">/g)].map(([, id]) => id);
    expect(notes.length).toBeGreaterThan(30);
    expect(links).toEqual(notes);
  });

  it('runs nothing of what people wrote', async () => {
    const page = await text('html');
    expect(page).not.toContain('<script');
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
  });

  it('is a PDF with its fonts in it, the same bytes each time', async () => {
    const answer = await written('pdf');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const body = bytes.toString('latin1');
    expect(body).toMatch(/^%PDF-1\.\d/);
    expect(body.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(4);
    expect(body).toMatch(/\/FontFile2/);
    expect(body).toMatch(/\/Lang \(da\)/);
    expect(Buffer.from(await (await written('pdf')).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is a table for Danish Excel, with its notes', async () => {
    const answer = await written('csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await answer.text()).split('\r\n');
    expect(lines[0]).toMatch(/Del;Kode;Navn;Princip;Periode;Sted;Tal;Enhed;Status;Kilde;Note$/);
    const found = lines.find((line) => line.includes('youth-concern.cases-handled'))?.split(';');
    expect(found?.[6]).toBe('12');
    expect(lines.find((line) => line.startsWith(`Note;${found?.[10] ?? ''};`))).toContain(
      'Definition youth-concern.cases-handled v1',
    );
  });

  it('runs nothing in a spreadsheet', async () => {
    const { figures = [], ...rest } = jsonOf<Parameters<typeof csvDocument>[0]>(await text('json'));
    const [figure] = figures;
    if (!figure) throw new Error('there is no figure');
    const title = { da: '=1+1', en: '@x' };
    const sheet = csvDocument({ ...rest, figures: [{ ...figure, title }] }, 'da');
    expect(sheet).toContain(";'=1+1;");
    expect(sheet).not.toMatch(/(^|;)[=@]/m);
  });

  it('is of a version that was published, and there is none of another', async () => {
    const first = await text('html', 'da', '&version=1');
    expect(first).toBe(await text('html'));
    for (const path of ['2017/document?version=2', '2016/document', '2017/document?format=doc']) {
      const status = path.endsWith('doc') ? 400 : 404;
      expect([path, await desk.refused(`/annual-reports/${path}`, 'analyst')]).toEqual([
        path,
        status,
      ]);
    }
    expect(await desk.refused('/annual-reports/2017/document', 'ssp-caseworker')).toBe(403);
  });
});
