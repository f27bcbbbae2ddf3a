import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { House } from './support/house.js';

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const handled = (year: number, asOf?: string) => house.figure('cases-handled', year, asOf);
const closed = { reason: 'goals-met' };
const again = { reason: 'new-concern' };

describe('the test vectors of counting.md for SSP', () => {
  it('1: opened a minute before the new year in Copenhagen is the old year, an hour later the new', async () => {
    await house.opened('2017-12-31T22:59:00Z');
    expect([await handled(2017), await handled(2018)]).toEqual([1, 1]);
    expect(await house.figure('cases-opened', 2018)).toBe(0);
    await house.opened('2017-12-31T23:30:00Z');
    expect(await house.figure('cases-opened', 2017)).toBe(1);
    expect([await handled(2017), await handled(2018)]).toEqual([1, 2]);
  });

  it('2: closed on 31 December 2016 is not in 2017, closed on 1 January 2017 is', async () => {
    await house.give(await house.opened('2016-06-01'), 'close', '2016-12-31', closed);
    expect([await handled(2016), await handled(2017)]).toEqual([1, 0]);
    await house.give(await house.opened('2016-06-01'), 'close', '2017-01-01', closed);
    expect([await handled(2016), await handled(2017), await handled(2018)]).toEqual([2, 1, 0]);
  });

  it('3: reopened in the same year counts once, reopened in the next counts there too', async () => {
    const id = await house.opened('2016-05-01');
    await house.give(id, 'close', '2017-03-01', closed);
    await house.give(id, 'reopen', '2017-10-01', again);
    expect(await handled(2017)).toBe(1);
    await house.give(id, 'close', '2017-11-01', closed);
    expect(await handled(2018)).toBe(0);
    await house.give(id, 'reopen', '2018-02-01', again);
    expect([await handled(2017), await handled(2018)]).toEqual([1, 1]);
    expect([
      await house.figure('cases-opened', 2016),
      await house.figure('cases-opened', 2018),
    ]).toEqual([1, 0]);
  });

  it('8: a transfer from 3 January 2018 leaves 2017 in the old district', async () => {
    const id = await house.opened('2017-05-01');
    const to = { toDistrict: 'valby', toTeam: 'ssp-valby' };
    await house.give(id, 'request-transfer', '2017-12-15', to);
    expect(await house.rows('district', 2018)).toEqual({ noerrebro: 1 });
    await house.give(id, 'accept-transfer', '2017-12-20', { effectiveOn: '2018-01-03' });
    expect(await house.rows('district', 2017)).toEqual({ noerrebro: 1 });
    expect(await house.rows('district', 2018)).toEqual({ valby: 1 });
    expect([await handled(2017), await handled(2018)]).toEqual([1, 1]);
  });

  it('10: the same command twice with one key is one event', async () => {
    const id = await house.opened('2017-05-01');
    const before = house.receipts.get(id);
    const first = await house.give(
      id,
      'change-level',
      '2017-06-01',
      { level: 1 },
      { key: 'key-1' },
    );
    if (before) house.receipts.set(id, before);
    const second = await house.give(
      id,
      'change-level',
      '2017-06-01',
      { level: 1 },
      { key: 'key-1' },
    );
    expect(second).toEqual(first);
    expect(await house.store.readStream(`youth_concern-${id}`)).toHaveLength(2);
    expect(await house.rows('level', 2017)).toEqual({ 1: 1 });
  });
});

describe('the rules of counting', () => {
  it('R5: a void leaves every year, a closing none, a wrong reopening only its own episode', async () => {
    const id = await house.opened('2016-05-01');
    await house.give(id, 'close', '2016-09-01', closed);
    await house.give(id, 'reopen', '2017-02-01', again);
    expect([await handled(2016), await handled(2017)]).toEqual([1, 1]);
    await house.give(id, 'void-reopening', '2017-02-02', { reason: 'test' });
    expect([await handled(2016), await handled(2017)]).toEqual([1, 0]);
    await house.give(id, 'void', '2017-03-01', { reason: 'test' });
    expect(await handled(2016)).toBe(0);
    await house.give(id, 'reinstate', '2017-03-02');
    expect([await handled(2016), await handled(2017)]).toEqual([1, 0]);
  });

  it('R6 and R8: a merge leaves the union of the days, unmerging what was before', async () => {
    const subject = '00000000-0000-4000-8000-000000000001';
    const survivor = await house.opened('2016-05-01', { subject });
    await house.give(survivor, 'close', '2016-09-01', closed);
    const duplicate = await house.opened('2016-06-01', { subject, district: 'valby' });
    const everything = async () => [
      ...[await handled(2016), await handled(2017), await handled(2018)],
      ...[await house.figure('cases-opened', 2016), await house.rows('district', 2016)],
    ];
    const before = await everything();
    expect(before).toEqual([2, 1, 1, 2, { noerrebro: 1, valby: 1 }]);
    await house.merge(duplicate, survivor, '2017-04-01', subject);
    expect(await everything()).toEqual([1, 1, 0, 1, { valby: 1 }]);
    await house.give(duplicate, 'unmerge', '2017-05-01');
    expect(await everything()).toEqual(before);
  });

  it('R6: in a chain of merges the last survivor counts, and nothing when it is void', async () => {
    const subject = '00000000-0000-4000-8000-000000000001';
    const [a, b, c] = [
      await house.opened('2017-02-01', { subject }),
      await house.opened('2017-03-01', { subject }),
      await house.opened('2017-04-01', { subject }),
    ];
    await house.merge(a, b, '2017-05-01', subject);
    await house.merge(b, c, '2017-05-02', subject);
    expect(await handled(2017)).toBe(1);
    await house.give(c, 'void', '2017-06-01', { reason: 'test' });
    expect([await handled(2017), await house.figure('persons', 2017)]).toEqual([0, 0]);
    await house.give(c, 'reinstate', '2017-06-02');
    expect([await handled(2017), await house.figure('persons', 2017)]).toEqual([1, 1]);
  });

  it('R7: two cases of one person are two cases and one person', async () => {
    const subject = '00000000-0000-4000-8000-000000000001';
    await house.opened('2017-02-01', { subject });
    await house.opened('2017-03-01', { subject, district: 'valby' });
    expect([await handled(2017), await house.figure('persons', 2017)]).toEqual([2, 1]);
  });

  it('R9: a correction moves both years, and earlier cuts show what was known', async () => {
    const id = await house.opened('2018-01-03');
    const known = await house.give(id, 'change-level', '2018-02-01', { level: 1 });
    await house.give(id, 'correct', '2018-03-01', {
      ...{ field: 'openedOn', value: '2017-12-30', reason: 'mistyped' },
    });
    expect([await handled(2017), await house.figure('cases-opened', 2018)]).toEqual([1, 0]);
    expect(await house.figure('cases-opened', 2018, known.position)).toBe(1);
    expect(await handled(2017, known.position)).toBe(0);
    expect(await handled(2017, known.position.replace(/^0+/, ''))).toBe(0);
    expect(await handled(2018, known.recordedAt)).toBe(1);
    expect(await handled(2017, '2001-01-01T00:00:00Z')).toBe(0);
  });

  it('R9: a value corrected from a day holds from that day, and for all of it without one', async () => {
    const id = await house.opened('2016-05-01', { level: 2 });
    const correct = { field: 'level', reason: 'mistyped' };
    await house.give(id, 'correct', '2018-01-01', { ...correct, value: 1, from: '2017-03-01' });
    expect([await house.rows('level', 2016), await house.rows('level', 2017)]).toEqual([
      { 2: 1 },
      { 1: 1 },
    ]);
    await house.give(id, 'correct', '2018-01-02', { ...correct, value: 4 });
    expect([await house.rows('level', 2016), await house.rows('level', 2017)]).toEqual([
      { 4: 1 },
      { 1: 1 },
    ]);
  });

  it('R9: what was corrected for the whole case holds for an opening that moves back, too', async () => {
    const id = await house.opened('2018-01-03', { level: 2 });
    const reason = 'mistyped';
    await house.give(id, 'correct', '2018-02-01', { field: 'level', value: 4, reason });
    await house.give(id, 'correct', '2018-02-01', {
      ...{ field: 'openedOn', value: '2017-12-30', reason },
    });
    expect(await house.rows('level', 2017)).toEqual({ 4: 1 });
  });

  it('rebuilt from the log, every figure at every cut is as it was', async () => {
    const id = await house.opened('2017-05-01');
    const { position } = await house.give(id, 'change-level', '2018-02-01', { level: 1 });
    await house.give(id, 'void', '2018-03-01', { reason: 'test' });
    const figures = async () => [await handled(2017), await handled(2017, position)];
    expect(await figures()).toEqual([0, 1]);
    await house.rebuild();
    expect(await figures()).toEqual([0, 1]);
  });

  it('R10: of several transfers on one day the last recorded counts; a refused one never', async () => {
    const id = await house.opened('2017-05-01');
    for (const toDistrict of ['valby', 'indre-by']) {
      await house.give(id, 'request-transfer', '2017-06-01', { toDistrict, toTeam: 'team' });
      await house.give(id, 'accept-transfer', '2017-06-01', { effectiveOn: '2017-07-01' });
    }
    await house.give(id, 'request-transfer', '2017-08-01', { toDistrict: 'valby', toTeam: 'team' });
    await house.give(id, 'reject-transfer', '2017-08-02', { reason: 'no-capacity' });
    expect(await house.rows('district', 2017)).toEqual({ 'indre-by': 1 });
  });

  it('counts no track but SSP, and a concern once under each of its types', async () => {
    await house.opened('2017-05-01', { ageAtOpening: 19, track: 'ssp-plus' });
    await house.opened('2017-05-01', { concernTypes: ['group', 'first-offence'] });
    expect([await handled(2017), await house.figure('cases-opened', 2017)]).toEqual([1, 2]);
    expect(await house.rows('concernType', 2017)).toEqual({ 'first-offence': 1, group: 1 });
    expect(await house.rows('ageBand', 2017, 'cases-opened')).toEqual({ '15-17': 1, '18-25': 1 });
  });
});
