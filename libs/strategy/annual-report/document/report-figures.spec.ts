import { describe, expect, it } from '@jest/globals';
import { Measures, type Measure, type StatementContent } from '@sikkerby/statistics';
import { notesOf, figuresTable, totalIn } from './figure-sections.js';
import { reportFigures } from './report-figures.js';

const words = (en: string) => ({ da: `${en} på dansk`, en });
const measure = (id: string, more: Partial<Measure> = {}): Measure => ({
  ...{ id, version: 1, kind: id, distinct: 'unit', where: {}, breakdowns: [] },
  ...{ unit: words('cases'), title: words(id), description: words('What counts.') },
  ...more,
});
const cases = measure('exit-programme.cases');
const kroner = measure('exit-programme.kroner', { sum: true, kind: cases.kind });
const employees = measure('exit-programme.workers', { distinct: 'employee' });
const camps = measure('feriecamp.camps', { printed: { year: 2018, figure: 3 } });
const measures = [cases, kroner, employees, camps];
const countsPersons = (one: Measure) =>
  Measures.of([
    { name: 'exit-programme', persons: true, measures: [] },
    { name: 'feriecamp', persons: false, measures: [] },
  ]).countsPersons(one);

function statement(
  values: Readonly<Record<string, number>>,
  year = 2018,
  version = 1,
): StatementContent {
  const told = Object.entries(values).map(([id, value]) => ({
    ...{ measure: id, version, value, breakdowns: [] },
  }));
  return { format: 'sikker-by.statement.v1', year, cut: '1', cutAt: '', measures: told };
}
const of = (values: Readonly<Record<string, number>>, before?: StatementContent) =>
  new Map(
    reportFigures(measures, countsPersons, statement(values), before).map((one) => [
      one.measure,
      one,
    ]),
  );

describe('the figures of a report', () => {
  it.each([0, 5, 91])('show %d cases about persons', (value) => {
    expect(of({ [cases.id]: value }).get(cases.id)?.now).toEqual({ value });
  });

  it.each([1, 4])('withhold %d cases about persons, and the sum over them, before too', (value) => {
    const values = { [cases.id]: value, [kroner.id]: 9000 };
    const found = of(values, statement(values, 2017));
    for (const { id } of [cases, kroner]) {
      expect(found.get(id)).toMatchObject({ now: {}, before: {} });
      expect(found.get(id)?.now?.value).toBeUndefined();
      expect(found.get(id)?.before?.value).toBeUndefined();
    }
  });

  it('show what is no person however few', () => {
    const found = of({ [employees.id]: 1, [camps.id]: 2 });
    expect([...found.values()].map(({ now }) => now?.value).sort()).toEqual([1, 2]);
  });

  it('are none of a year in which nobody observed them', () => {
    const share = measure('feriecamp.share', { sum: true, observed: true });
    const [value, none] = [statement({ [share.id]: 20 }, 2017), statement({ [share.id]: 0 })];
    const [found] = reportFigures([share], countsPersons, none, value);
    expect(found).toMatchObject({ before: { value: 20 } });
    expect(found).not.toHaveProperty('now');
    const { rows } = figuresTable(found ? [found] : [], 2018, 'en');
    expect(
      rows
        .at(-1)
        ?.map(({ text }) => text)
        .slice(2),
    ).toEqual(['–', '20', '']);
    expect(reportFigures([share], countsPersons, value, none)[0]).not.toHaveProperty('before');
  });

  it('stand under their principles, what the strategy prints first', () => {
    const other = measure('feriecamp.areas');
    const all = statement({ [cases.id]: 9, [other.id]: 9, [camps.id]: 9 });
    const found = reportFigures([...measures, other], countsPersons, all);
    expect(found.map((one) => one.measure)).toEqual([camps.id, other.id, cases.id]);
  });

  it('mark a break where the year before was counted by another version', () => {
    const past = measure(cases.id, { version: 2 });
    const before = statement({ [cases.id]: 7 }, 2017, 2);
    const [found] = reportFigures(
      [cases, past],
      countsPersons,
      statement({ [cases.id]: 9 }),
      before,
    );
    expect(found).toMatchObject({ isBreak: true, now: { value: 9 }, before: { value: 7 } });
    const { rows } = figuresTable(found ? [found] : [], 2018, 'en');
    expect(rows.at(-1)?.map(({ text }) => text)).toEqual([cases.id, 'cases', '9', '7', 'break']);
    expect(notesOf(found ? [found] : [], 2018, 'en').join()).toContain('Break in the series');
  });

  it('stand alone where nothing is known of the year before', () => {
    const { head, rows } = figuresTable([...of({ [camps.id]: 4 }).values()], 2018, 'en');
    expect(head).toEqual(['Figure', 'Unit', '2018']);
    expect(rows.map((row) => row.length)).toEqual([1, 3]);
  });

  it('have their definition and what the strategy prints as a note', () => {
    const figures = [...of({ [camps.id]: 4 }).values()];
    expect(notesOf(figures, 2018, 'en')).toEqual([
      'feriecamp.camps: What counts. Definition feriecamp.camps v1. The strategy prints 3 (2018).',
    ]);
    expect(notesOf(figures, 2018, 'da')[0]).toMatch(/på dansk.*Strategien skriver 3/);
  });

  it('are read as people read numbers, and what is about so as that', () => {
    expect(totalIn('da', { value: 1154 })).toBe('1.154');
    expect(totalIn('en', { value: 55196, share: '9.0' }, 'about')).toBe(
      'about\u00a055,196 (9.0\u00a0%)',
    );
    expect(totalIn('da', {})).toBe('•');
    expect(totalIn('da', undefined)).toBe('–');
  });
});
