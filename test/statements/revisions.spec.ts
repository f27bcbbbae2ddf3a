import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Changes, Cuts, Measures, Statistics, type Measure } from '@sikkerby/statistics';
import { youthConcernMeasures } from '../../libs/programmes/youth-concern/youth-concern.measures.js';
import { statisticsOffice, type StatisticsOffice } from './statistics-office.js';

const handled = 'youth-concern.cases-handled';
const opened = 'youth-concern.cases-opened';
const persons = 'youth-concern.persons';
let office: StatisticsOffice;
let moved: string;
let transferred: string;
let subjects: readonly [string, string];

beforeAll(async () => {
  office = await statisticsOffice();
  subjects = [await office.person(), await office.person()];
  for (const subject of subjects) await office.sspCase('2017-02-01', subject);
  transferred = await office.sspCase('2017-03-01');
  moved = await office.sspCase('2018-01-03');
  for (const year of ['2017', '2018']) {
    await office.send(`/${year}/freeze`, 'analyst', { kind: 'final' });
    expect(await office.send(`/${year}/1/approve`, 'approver', {}, 0)).toMatchObject({
      status: 200,
    });
  }
});
afterAll(() => office.close());

/** What changed in a measure since the final statement of the year: cell, by how much, and why. */
async function changed(measure: string, year = 2017) {
  const { store, readModels } = office.system;
  const { statement } = await office.statement(1, year);
  const measures = youthConcernMeasures.filter(({ id }) => id === measure);
  const before = { cut: store.parsePosition(statement.cut), measures };
  const now = { cut: (await store.head()).position, measures };
  const cells = await new Changes(store, readModels).between(year, before, now);
  return cells.map(({ by, code, before, after, reasons }) => [
    ...[by === null ? 'whole' : `${by}=${String(code)}`, after - before],
    reasons.map(({ reason, change, events }) => [
      ...[reason, change],
      ...events.map(({ type }) => type),
    ]),
  ]);
}

describe('after the final statement', () => {
  it('vector 5: a link of two persons is one person less, by that link, until it is undone', async () => {
    const { content, statement } = await office.statement(1);
    const [subject, otherSubject] = subjects;
    const links = '/people/youth-concern/links';
    const linked = await office.sends<{ id: string; revision: number }>(links, {
      ...{ subject, otherSubject },
    });
    const why = [['merged-or-linked', -1, 'youth-concern.persons-linked.v1']];
    expect(await changed(persons)).toContainEqual(['whole', -1, why]);
    expect(await changed(handled)).toEqual([]);
    const again = await office.statement(1);
    expect(again).toMatchObject({
      content,
      isTheSame: true,
      statement: { sha256: statement.sha256 },
    });

    await office.sends(`${links}/${linked.id}/undo`, {}, linked.revision);
    expect(await changed(persons)).toEqual([]);
  });

  it('vector 7: an opening moved across New Year changes both years, by that correction', async () => {
    const field = { field: 'openedOn', value: '2017-12-30', reason: 'mistyped' };
    await office.act(moved, 'correct', 0, field);
    const by = (change: number) => [
      'whole',
      change,
      [['corrected', change, 'youth-concern.case-corrected.v1']],
    ];
    expect(await changed(opened)).toContainEqual(by(1));
    expect(await changed(opened, 2018)).toContainEqual(by(-1));
  });

  it('a transfer moves a case between districts, and the city is what it was', async () => {
    const valby = await office.token('demo.valby', 'ssp-coordinator', ['valby']);
    const to = { occurredOn: '2017-06-01', toDistrict: 'valby', toTeam: 'ssp-valby' };
    await office.act(transferred, 'request-transfer', 0, to);
    const before = await changed(handled);
    const from = { occurredOn: '2017-06-02', effectiveOn: '2017-07-01' };
    await office.act(transferred, 'accept-transfer', 1, from, valby);
    const because = (change: number) => [
      ['transferred', change, 'youth-concern.transfer-accepted.v1'],
    ];
    const now = await changed(handled);
    expect(now.filter(([cell]) => cell === 'whole')).toEqual(
      before.filter(([cell]) => cell === 'whole'),
    );
    expect(now).toContainEqual(['district=valby', 1, because(1)]);
  });
});

describe('vector 11: another definition', () => {
  const first = new Measures(youthConcernMeasures).find(handled, { version: 1 });
  const second: Measure = {
    ...{ ...first, version: 2, since: 2018 },
    where: { ...first.where, level: ['1', '2'] },
  };

  it('is a break in the series, and both can be computed for either year', async () => {
    const { store, readModels } = office.system;
    const measures = new Measures([first, second]);
    const statistics = new Statistics(measures, new Cuts(store, readModels), store, readModels);
    const { years, breaks } = await statistics.series(first.id, { from: 2017, to: 2018 });
    expect(breaks).toEqual([{ year: 2018, before: 1, after: 2 }]);
    expect(years.map(({ version }) => version)).toEqual([1, 2]);
    const ofVersion = async (year: number, version: number) =>
      (await statistics.figure(first.id, { year, version })).value;
    for (const year of [2017, 2018]) {
      const rows = (await statistics.figure(first.id, { year, version: 1, by: 'level' })).breakdown;
      const low = rows?.rows.filter(({ code }) => ['1', '2'].includes(code)) ?? [];
      const expected = low.reduce((sum, { value }) => sum + value, 0);
      expect(expected).toBeLessThan(await ofVersion(year, 1));
      expect(await ofVersion(year, 2)).toBe(expected);
    }
  });

  it('explains by itself what differs at one cut', async () => {
    const { store, readModels } = office.system;
    const { position: cut } = await store.head();
    const changes = new Changes(store, readModels);
    const cells = await changes.between(
      2017,
      { cut, measures: [first] },
      { cut, measures: [second] },
    );
    const whole = cells.find(({ by }) => by === null);
    const change = (whole?.after ?? 0) - (whole?.before ?? 0);
    expect(change).toBeLessThan(0);
    expect(whole?.reasons).toEqual([{ reason: 'definition-changed', change, events: [] }]);
  });
});
