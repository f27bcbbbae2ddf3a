import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { day } from '@sikkerby/kernel';
import { takeInSeeds } from '@sikkerby/reference-routes';
import type { FigureQuestion } from '@sikkerby/statistics';
import { opening } from './support/office.js';
import { reference, type Reference } from './support/reference.js';
import { anna, House } from './support/house.js';

let house: House;
let districts: Reference;

beforeAll(async () => {
  house = await House.open();
  await takeInSeeds(house);
  districts = reference(house.store);
  for (const [on, district] of cases) await opened(on, district);
});
afterAll(() => house.close());

const cases = [
  ['2018-03-01', 'amager-vest'],
  ['2018-04-01', 'amager-vest'],
  ['2018-05-01', 'valby'],
  ['2017-05-01', 'noerrebro'],
] as const;

/** Opens a case in a district, as somebody who works for it. */
function opened(on: string, district: string) {
  const what = { ...opening, subject: randomUUID(), district };
  const identity = { ...anna, districts: [district] };
  return house.give(randomUUID(), 'open-case', on, what, { identity });
}

type Asked = Omit<FigureQuestion, 'year' | 'by'>;
/** Cases opened in a year by district: code, Danish name, number. */
async function rows(year: number, asked: Asked = {}): Promise<string[]> {
  const { value, breakdown } = await house.figureOf('cases-opened', year, {
    ...{ by: 'district', ...asked },
  });
  const found = breakdown?.rows ?? [];
  expect(found.reduce((sum, row) => sum + row.value, 0)).toBe(value);
  return found.map((row) => `${row.code} ${row.title.da} ${String(row.value)}`);
}

describe('a figure by district', () => {
  it('is on the map of the survey where that splits none of its districts', async () => {
    expect(await rows(2018, { map: 'survey' })).toEqual([
      'amager-vest Amager Vest 2',
      'valby Valby 1',
    ]);
    await expect(rows(2017, { map: 'survey' })).rejects.toThrow(
      'map must be one that covers 2017: on 2017-12-31 no single district of it holds noerrebro',
    );
  });

  it('has a map only where it is split by district', async () => {
    const asked = house.figureOf('cases-opened', 2018, { by: 'level', map: 'survey' });
    await expect(asked).rejects.toThrow('map must be asked for with by=district');
    await expect(rows(2018, { mapOn: day('2018-12-31') })).rejects.toThrow(
      'mapOn must be asked for with a map',
    );
  });

  it('keeps the names of its year when a district is renamed', async () => {
    await districts.give('district', 'valby', 'rename', '2019-01-01', {
      ...{ da: 'Valby og Vigerslev', en: 'Valby and Vigerslev' },
    });
    await opened('2019-02-01', 'valby');
    expect(await rows(2018)).toEqual(['amager-vest Amager Vest 2', 'valby Valby 1']);
    expect(await rows(2019)).toEqual(['valby Valby og Vigerslev 1']);
  });
});

describe('a district that is split', () => {
  let before: string;
  let toldBefore: string[][];
  const questions: readonly [number, Asked][] = [
    [2017, {}],
    [2018, {}],
    [2018, { map: 'survey' }],
    [2018, { map: 'operations' }],
    [2019, {}],
    [2019, { map: 'operations' }],
    [2018, { map: 'operations', mapOn: day('2019-12-31') }],
  ];
  /** The rows of each, or why there are none. */
  const told = (asOf: string) =>
    Promise.all(
      questions.map(([year, asked]) =>
        rows(year, { ...asked, asOf }).catch((refusal: unknown) => [String(refusal)]),
      ),
    );

  beforeAll(async () => {
    before = (await house.store.head()).position;
    toldBefore = await told(before);
    const parts = ['islands-brygge', 'oerestad'];
    for (const code of parts) {
      const names = { kind: 'district', code, da: code, en: code, parentIsThere: false };
      await districts.give('district', code, 'register', '2019-01-01', names);
    }
    await districts.give('district', 'amager-vest', 'end', '2018-12-31', {
      ...{ successors: parts, successorsAreThere: true },
    });
    await opened('2019-03-01', 'oerestad');
    await opened('2019-04-01', 'islands-brygge');
    await opened('2019-05-01', 'islands-brygge');
  });

  it('changes no figure of the past', async () => {
    expect(await rows(2018)).toEqual(['amager-vest Amager Vest 2', 'valby Valby 1']);
    const whole = await rows(2018, { map: 'operations' });
    expect(whole).toEqual(['amager-vest Amager Vest 2', 'valby Valby 1']);
  });

  it('is counted in its parts in the new year, and whole on the old map and the survey', async () => {
    const parts = ['islands-brygge islands-brygge 2', 'oerestad oerestad 1'];
    const valby = 'valby Valby og Vigerslev 1';
    expect(await rows(2019)).toEqual([...parts, valby]);
    expect(await rows(2019, { map: 'operations' })).toEqual([...parts, valby]);
    const on = day('2018-12-31');
    expect(await rows(2019, { map: 'operations', mapOn: on })).toEqual([
      'amager-vest Amager Vest 3',
      'valby Valby 1',
    ]);
    expect(await rows(2019, { map: 'survey' })).toEqual([
      'amager-vest Amager Vest 3',
      'valby Valby 1',
    ]);
  });

  it('is not on the new map in the year before', async () => {
    const asked = rows(2018, { map: 'operations', mapOn: day('2019-01-01') });
    await expect(asked).rejects.toThrow('no single district of it holds amager-vest');
  });

  it('leaves every figure as it was known before, to the letter', async () => {
    expect(await told(before)).toEqual(toldBefore);
  });

  it('and so does whatever is said of it after: renamed back, and not split after all', async () => {
    const after = (await house.store.head()).position;
    const toldThen = await told(after);
    await districts.give('district', 'amager-vest', 'withdraw-end', '2018-12-31', {
      reason: 'decided-otherwise',
    });
    await districts.give('district', 'valby', 'rename', '2017-01-01', { da: 'V', en: 'V' });
    expect(await rows(2018)).toEqual(['amager-vest Amager Vest 2', 'valby V 1']);
    expect(await told(before)).toEqual(toldBefore);
    expect(await told(after)).toEqual(toldThen);
    await house.rebuild();
    expect(await told(before)).toEqual(toldBefore);
    expect(await told(after)).toEqual(toldThen);
  });

  it('by a code that nobody registered is shown by it, and is on no map', async () => {
    await opened('2016-03-01', 'nowhere');
    expect(await rows(2016)).toEqual(['nowhere nowhere 1']);
    await expect(rows(2016, { map: 'operations' })).rejects.toThrow('holds nowhere');
  });
});
