import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Random } from '../golden-year/random.js';
import { publicationOffice, type PublicationOffice } from './publication-office.js';
import { effort } from '../support/effort.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(180));

/** Two of them in an ordinary run. */
const years = effort === 'ordinary' ? [2015, 2016] : [2012, 2013, 2014, 2015, 2016];
let office: PublicationOffice;
let subjects: readonly [string, string];
const streams = new Map<number, string[]>();

beforeAll(async () => {
  office = await publicationOffice(5);
  const random = new Random(17);
  subjects = [await office.person(), await office.person()];
  for (const subject of subjects) await office.sspCase('2015-03-01', subject);
  for (const year of years) streams.set(year, await office.cases(year, random.whole(60, 120)));
});
afterAll(() => office.close());

describe('five years with corrections and late registrations between their releases', () => {
  it.each(years)('publish %d', async (year) => {
    expect(await office.publish(year, await office.statementOf(year, 'final'))).toBe('released');
  });

  it.each(years)('hold the correction of one person in %d back', async (year) => {
    const isLate = year % 2 === 0;
    if (isLate) await office.cases(year, 1);
    else await office.voidCase(streams.get(year)?.[3] ?? '', `${year}-12-28`);
    expect(await office.publish(year, await office.statementOf(year, 'revision'))).toBe('held');
  });

  it('hold the link of two persons back, which is one person less', async () => {
    const [subject, otherSubject] = subjects;
    await office.sends('/people/youth-concern/links', { subject, otherSubject });
    const statement = await office.statementOf(2015, 'revision');
    const { smallChanges } = await office.check(2015, statement);
    expect(smallChanges).toContain('youth-concern.persons');
    expect(await office.publish(2015, statement)).toBe('held');
  });

  it('publish what changes by many, or hold it until it is safe', async () => {
    const [year = 0] = years;
    await office.cases(year, 150);
    const statement = await office.statementOf(year, 'revision');
    const { isSafe } = await office.check(year, statement);
    expect(await office.publish(year, statement)).toBe(isSafe ? 'released' : 'held');
  });

  it('leave nothing open to whoever has everything that was ever published', async () => {
    const { releases, held } = await office.ledger();
    expect(releases.length).toBeGreaterThanOrEqual(years.length);
    expect(held.length).toBeGreaterThanOrEqual(years.length);
    expect(await office.attack()).toEqual([]);
  });
});
