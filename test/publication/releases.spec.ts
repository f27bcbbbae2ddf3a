import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { recordSamples } from '../events/record-samples.js';
import { publicationOffice, type PublicationOffice } from './publication-office.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(120));

let office: PublicationOffice;
let streams: readonly string[];

beforeAll(async () => {
  office = await publicationOffice();
  streams = await office.cases(2016, 140);
  expect(await office.statementOf(2016, 'final')).toBe(1);
});
afterAll(async () => {
  if (process.env.RECORD_SAMPLES) recordSamples(await office.log());
  await office.close();
});

const first = { year: 2016, statement: 1 };
const byDistrictAndAge = 'youth-concern.cases-handled.by-district-and-age';

/** The files of a release, by name, as they are handed out. */
async function filesOf(number: number): Promise<Record<string, string>> {
  const { files } = await office.release(number);
  const texts = await Promise.all(
    files.map(async ({ name }) => {
      const path = `/publication/releases/${String(number)}/files/${name}`;
      return [name, (await office.ask(path, 'auditor')).text];
    }),
  );
  return Object.fromEntries(texts) as Record<string, string>;
}

describe('a release', () => {
  it('is checked before it is any: how much is hidden, and that nothing opens it', async () => {
    const checked = await office.check(2016, 1);
    expect(checked).toMatchObject({ isSafe: true, opened: [], smallChanges: [] });
    expect(checked.certificate.attacked).toBeGreaterThan(10);
    const table = checked.tables.find(({ id }) => id === byDistrictAndAge);
    expect(table?.hidden).toBeGreaterThan(0);
    expect(table?.hidden).toBeLessThan(table?.cells ?? 0);
    const byLevel = checked.tables.find(({ id }) => id.endsWith('by-district-and-level'));
    expect(byLevel?.refused?.[0]).toMatch(/^youth-concern.cases-handled district=\S+ level=\d$/);
    expect(byLevel?.coarser?.by).toBe('level');
    expect((await office.ledger()).releases).toEqual([]);
  });

  it('comes of an approved statement only', async () => {
    await office.send('/2015/freeze', 'analyst', { kind: 'final' });
    expect(
      await office.command('/releases', 'analyst', { year: 2015, statement: 1 }),
    ).toMatchObject({ status: 409, rule: 'what-is-published-was-approved-first' });
    expect(
      await office.command('/releases', 'analyst', { year: 2015, statement: 9 }),
    ).toMatchObject({ status: 404 });
  });

  it('is prepared by an analyst, once, and by nobody else', async () => {
    expect(await office.command('/releases', 'approver', first)).toMatchObject({ status: 403 });
    const key = randomUUID();
    const [prepared, overtaken] = await Promise.all([
      office.command('/releases', 'analyst', first, undefined, key),
      office.command('/releases', 'other', first),
    ]);
    expect(prepared).toMatchObject({ status: 201, revision: 0 });
    expect(overtaken).toMatchObject({ status: 201, revision: 0 });
    expect(await office.command('/releases', 'analyst', first, undefined, key)).toEqual(prepared);
    expect(await office.command('/releases', 'analyst', first)).toMatchObject({ revision: 0 });
    expect(await office.ledger()).toMatchObject({ revision: 0, releases: [{ number: 1 }] });
    expect((await office.release(1)).files).toEqual([]);
  });

  it('is released by another, at the revision that they saw, once', async () => {
    const release = (who: 'analyst' | 'approver', revision?: number) =>
      office.command('/releases/1/release', who, {}, revision);
    expect(await release('analyst', 0)).toMatchObject({ status: 403 });
    expect(await release('approver')).toMatchObject({ status: 428 });
    expect(await release('approver', 7)).toMatchObject({ status: 412 });
    expect(await release('approver', 0)).toMatchObject({ status: 200, revision: 1 });
    expect(await release('approver', 1)).toMatchObject({ status: 200, revision: 1 });
  });

  it('shows what is in the statement, but for what is hidden, in every format', async () => {
    const { tables } = await office.release(1);
    const { content } = await office.statementContent(2016, 1);
    for (const { measure, value } of content.measures) {
      const total = tables.find(({ id }) => id.startsWith(`${measure}.`))?.values[0];
      if (total !== undefined && total !== null) expect([measure, total]).toEqual([measure, value]);
    }
    const table = tables.find(({ id }) => id === byDistrictAndAge);
    expect(table?.values.some((value) => value === null)).toBe(true);
    expect(table?.values.filter((value) => value !== null && value > 0 && value < 5)).toEqual([]);
    const files = await filesOf(1);
    expect(Object.keys(files).length).toBeGreaterThan(100);
    expect(files[`${byDistrictAndAge}.2016.da.csv`]).toContain('Nørrebro');
    expect(JSON.parse(files[`${byDistrictAndAge}.2016.en.json`] ?? '{}')).toMatchObject({
      version: '2.0',
      value: table?.values,
    });
  });

  it('leaves nothing of what is hidden in the log, and no digest of the statement in its files', async () => {
    const log = await office.log();
    const { statement } = await office.statementContent(2016, 1);
    const prepared = log.find(({ type }) => type === 'publication.release-prepared.v1');
    const { tables } = prepared?.data as { tables: { id: string; values: (number | null)[] }[] };
    const small = tables
      .filter(({ id }) => id.startsWith('youth-concern'))
      .flatMap(({ values }) => values)
      .filter((value) => value !== null && value > 0 && value < 5);
    expect(small).toEqual([]);
    const texts = Object.values(await filesOf(1));
    expect(texts.filter((text) => text.includes(statement.sha256))).toEqual([]);
  });

  it('comes out byte by byte the same, whatever is recorded later and however it is rebuilt', async () => {
    const before = await filesOf(1);
    const checked = await office.check(2016, 1);
    await office.cases(2016, 3);
    await office.rebuild();
    expect(await filesOf(1)).toEqual(before);
    expect(await office.check(2016, 1)).toEqual(checked);
  });
});

describe('a revision', () => {
  it('of a few persons is held for the next one, once', async () => {
    const number = await office.statementOf(2016, 'revision');
    expect(await office.check(2016, number)).toMatchObject({ isSafe: false });
    expect(await office.publish(2016, number)).toBe('held');
    expect(await office.publish(2016, number)).toBe('held');
    expect((await office.ledger()).held).toMatchObject([{ year: 2016, statement: number }]);
  });

  it('is not published by whoever takes one person out of a cell that is shown', async () => {
    const [gone = ''] = streams;
    await office.voidCase(gone, '2016-12-20');
    const number = await office.statementOf(2016, 'revision');
    const { smallChanges, opened } = await office.check(2016, number);
    expect(smallChanges.length + opened.length).toBeGreaterThan(0);
    expect(await office.publish(2016, number)).toBe('held');
  });
});

describe('what became public elsewhere', () => {
  const figure = {
    ...{ measure: 'youth-concern.cases-handled', year: 2014, by: 'level', codes: ['4'] },
    ...{ low: 6, high: 6, source: 'answer-to-parliament', publishedOn: '2018-05-01' },
  };

  it('is recorded once, and by a breakdown that there is', async () => {
    expect(await office.command('/figures', 'analyst', figure)).toMatchObject({ status: 201 });
    const { revision } = await office.ledger();
    expect(await office.command('/figures', 'analyst', figure)).toMatchObject({ revision });
    const wrong = { ...figure, by: 'concernType' };
    expect(await office.command('/figures', 'analyst', wrong)).toMatchObject({ status: 400 });
    const mistyped = { ...figure, codes: ['5'] };
    expect(await office.command('/figures', 'analyst', mistyped)).toMatchObject({ status: 400 });
    const nothing = { ...figure, measure: 'no-such.measure' };
    expect(await office.command('/figures', 'analyst', nothing)).toMatchObject({ status: 404 });
    expect(await office.command('/figures', 'auditor', figure)).toMatchObject({ status: 403 });
  });

  it('stops a release that was prepared without it', async () => {
    await office.cases(2014, 60);
    const statement = await office.statementOf(2014, 'final');
    await office.command('/releases', 'analyst', { year: 2014, statement });
    await office.command('/figures', 'analyst', { ...figure, codes: ['3'], low: 9, high: 9 });
    const { revision, releases } = await office.ledger();
    const path = `/releases/${String(releases.length)}`;
    expect(await office.command(`${path}/release`, 'approver', {}, revision)).toMatchObject({
      ...{ status: 409, rule: 'what-became-public-since-is-attacked-first' },
    });
    const reject = { reason: 'too-much-hidden' };
    expect(await office.command(`${path}/reject`, 'approver', reject, revision)).toMatchObject({
      status: 200,
    });
    expect(await office.publish(2014, statement)).toBe('released');
  });

  it('stays out when the release is withdrawn', async () => {
    const { revision, releases } = await office.ledger();
    const { number } = releases.at(-1) ?? { number: 0 };
    const path = `/releases/${String(number)}/withdraw`;
    const withdrawn = await office.command(
      path,
      'approver',
      { reason: 'figure-was-wrong' },
      revision,
    );
    expect(withdrawn.status).toBe(200);
    const told = await office.release(number);
    expect(told.status).toBe('withdrawn');
    expect(told.files.length).toBeGreaterThan(0);
  });
});
