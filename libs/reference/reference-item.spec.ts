import { describe, expect, it } from '@jest/globals';
import { command, day, given, type DomainEvent } from '@sikkerby/kernel';
import { isThere, nameOn, referenceItem, type ReferenceItem } from './reference-item.js';

const admin = { user: 'anna', role: 'admin', organisation: 'city' };
const noerrebro = { kind: 'district', code: 'noerrebro', da: 'Nørrebro', en: 'Nørrebro' } as const;
const does = (type: string, data: object, on: string) => command(type, data, day(on), admin);
const happened = (name: string, on: string, data: object): DomainEvent => ({
  type: `reference.item-${name}.v1`,
  occurredOn: day(on),
  data,
});

const register = (more: object = {}, on = '2007-01-01') =>
  does('register', { ...noerrebro, parentIsThere: false, ...more }, on);
const end = (more: object = {}, on = '2026-12-31') =>
  does('end', { successors: ['indre', 'ydre'], successorsAreThere: true, ...more }, on);

const begun = happened('registered', '2007-01-01', noerrebro);
const renamed = happened('renamed', '2020-01-01', { da: 'Nordbro', en: 'North Bridge' });
const ended = happened('ended', '2026-12-31', { successors: ['indre', 'ydre'] });
const withdrawn = happened('end-withdrawn', '2026-12-31', {});

describe('an item of reference', () => {
  it('is registered, and a second time nothing happens', () => {
    expect(given(referenceItem).when(register()).events).toEqual([begun]);
    expect(given(referenceItem, begun).when(register()).events).toEqual([]);
  });

  it.each([
    ['another name', register({ da: 'Valby' })],
    ['another day', register({}, '2008-01-01')],
    ['another parent', register({ parent: 'indre-noerrebro', parentIsThere: true })],
  ])('is not registered again with %s', (_, again) => {
    const { rejectedBy } = given(referenceItem, begun).when(again);
    expect(rejectedBy).toBe('a-code-is-never-used-for-something-else');
  });

  it('lies in what is registered', () => {
    const lost = register({ kind: 'school', parent: 'nowhere' });
    expect(given(referenceItem).when(lost).rejectedBy).toBe('a-parent-is-registered-first');
    const nowhere = register({ kind: 'survey-district' });
    expect(given(referenceItem).when(nowhere).rejectedBy).toBe(
      'a-survey-district-lies-in-a-district',
    );
  });

  it('is renamed from a day, and a second time nothing happens', () => {
    const rename = does('rename', renamed.data, '2020-01-01');
    expect(given(referenceItem, begun).when(rename).events).toEqual([renamed]);
    expect(given(referenceItem, begun, renamed).when(rename).events).toEqual([]);
  });

  it('keeps the name of each day, whatever order the names were said in', () => {
    const earlier = happened('renamed', '2015-01-01', { da: 'Broen', en: 'Bridge' });
    const item = given(referenceItem, begun, renamed, earlier).state as ReferenceItem;
    const names = ['2006-01-01', '2014-12-31', '2019-12-31', '2020-01-01'].map(
      (on) => nameOn(item, day(on)).da,
    );
    expect(names).toEqual(['Nørrebro', 'Nørrebro', 'Broen', 'Nordbro']);
  });

  it('ends with successors, and a second time nothing happens', () => {
    expect(given(referenceItem, begun).when(end()).events).toEqual([ended]);
    expect(given(referenceItem, begun, ended).when(end()).events).toEqual([]);
    const item = given(referenceItem, begun, ended).state as ReferenceItem;
    expect(isThere(item, day('2026-12-31'))).toBe(true);
    expect(isThere(item, day('2027-01-01'))).toBe(false);
    expect(isThere(item, day('2006-12-31'))).toBe(false);
  });

  it.each([
    ['a-successor-is-registered-first', end({ successorsAreThere: false })],
    ['an-item-ends-after-it-began', end({}, '2006-12-31')],
    ['an-item-does-not-succeed-itself', end({ successors: ['noerrebro'] })],
  ])('ends not when %s is broken', (rule, wrong) => {
    expect(given(referenceItem, begun).when(wrong).rejectedBy).toBe(rule);
  });

  it('that has ended neither ends otherwise nor is renamed after it', () => {
    const over = given(referenceItem, begun, ended);
    expect(over.when(end({}, '2027-01-01')).rejectedBy).toBe(
      'an-end-is-withdrawn-before-there-is-another',
    );
    const late = does('rename', renamed.data, '2027-01-01');
    expect(over.when(late).rejectedBy).toBe('an-item-is-renamed-while-it-is-there');
  });

  it('is there again when the end is withdrawn, and a second time nothing happens', () => {
    const withdraw = does('withdraw-end', { reason: 'mistyped' }, '2026-12-31');
    const told = [{ ...withdrawn, reason: 'mistyped' }];
    expect(given(referenceItem, begun, ended).when(withdraw).events).toEqual(told);
    expect(given(referenceItem, begun, ended, withdrawn).when(withdraw).events).toEqual([]);
    expect(given(referenceItem, begun, ended, withdrawn).when(end()).events).toEqual([ended]);
  });

  it('that was never registered does not change', () => {
    expect(given(referenceItem).when(end()).rejectedBy).toBe('an-item-is-registered-first');
  });
});
