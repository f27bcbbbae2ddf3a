import { describe, expect, it } from '@jest/globals';
import { day, given, type Command, type DomainEvent } from '@sikkerby/kernel';
import { personErasure, type PersonErasure } from '../../libs/people/erasure/person-erasure.js';
import { retentionRule, type Retention } from '../../libs/people/erasure/retention-rule.js';

const person = { programme: 'youth-concern', subject: 's' };
const occurredOn = day('2026-03-01');
const happened = (what: string, data: object = {}): DomainEvent => ({
  ...{ type: `erasure.${what}.v1`, occurredOn, data: { ...person, ...data } },
});
const said = (type: string, data: object = {}, user = 'anna', on = '2026-03-01'): Command => ({
  ...{ type, occurredOn: day(on), today: day('2026-03-01') },
  data: { ...person, hasRetentionRule: true, ...data },
  actor: { user, role: 'dpo', organisation: 'test' },
});

const ground = 'period-is-over';
const requested = happened('erasure-requested', { ground, requestedBy: 'anna' });
const approved = happened('erasure-approved');
const shredded = happened('person-shredded');
const held = happened('legal-hold-placed', { ground: 'court-case' });
const lifted = happened('legal-hold-lifted', { ground: 'court-case' });
const of = (...events: DomainEvent[]) => given<PersonErasure>(personErasure, ...events);

describe("a person's erasure", () => {
  it.each([
    ['is asked for', of(), said('request-erasure', { ground }), requested],
    [
      'is asked for anew',
      of(requested, happened('erasure-withdrawn')),
      said('request-erasure', { ground }),
      requested,
    ],
    ['is withdrawn', of(requested), said('withdraw-erasure'), happened('erasure-withdrawn')],
    ['is approved', of(requested, held, lifted), said('approve-erasure', {}, 'berit'), approved],
    ['is shredded', of(requested, approved), said('record-shredding'), shredded],
    [
      'is final',
      of(requested, approved, shredded),
      said('finalise-erasure'),
      happened('erasure-finalised'),
    ],
    ['is held', of(requested), said('place-legal-hold', { ground: 'court-case' }), held],
    [
      ...(['is not held any more', of(held)] as const),
      said('lift-legal-hold', { ground: 'court-case', reason: 'ground-is-gone' }),
      { ...lifted, reason: 'ground-is-gone' },
    ],
  ])('%s', (_, before, command, event) => {
    expect(before.when(command)).toEqual({ events: [event], rejectedBy: undefined });
  });

  it.each([
    [of(requested), said('request-erasure', { ground }, 'berit')],
    [of(requested, approved, shredded), said('request-erasure', { ground })],
    [of(requested, happened('erasure-withdrawn')), said('withdraw-erasure')],
    [of(requested, approved), said('approve-erasure', {}, 'berit')],
    [of(requested, approved, shredded), said('record-shredding')],
    [of(requested, approved, shredded, happened('erasure-finalised')), said('finalise-erasure')],
    [of(held), said('place-legal-hold', { ground: 'court-case' })],
    [of(held, lifted), said('lift-legal-hold', { ground: 'court-case', reason: 'x' })],
  ])('is so once', (before, command) => {
    expect(before.when(command)).toEqual({ events: [], rejectedBy: undefined });
  });

  const noRule = { ground, hasRetentionRule: false };
  it.each([
    [
      'a-programme-has-a-retention-rule-before-anybody-is-erased',
      of(),
      said('request-erasure', noRule),
    ],
    [
      'a-programme-has-a-retention-rule-before-anybody-is-erased',
      of(requested),
      said('approve-erasure', noRule, 'berit'),
    ],
    ['nobody-is-erased-under-a-legal-hold', of(held), said('request-erasure', { ground })],
    [
      'nobody-is-erased-under-a-legal-hold',
      of(requested, held),
      said('approve-erasure', {}, 'berit'),
    ],
    ['nobody-approves-an-erasure-they-asked-for', of(requested), said('approve-erasure')],
    ['an-erasure-is-asked-for-first', of(held), said('approve-erasure')],
    ['an-erasure-is-asked-for-first', of(), said('withdraw-erasure')],
    ['an-approved-erasure-is-not-withdrawn', of(requested, approved), said('withdraw-erasure')],
    [
      'whose-erasure-is-approved-is-not-held',
      of(requested, approved),
      said('place-legal-hold', { ground }),
    ],
    ['a-legal-hold-is-placed-before-it-is-lifted', of(), said('lift-legal-hold', { ground })],
    ['an-erasure-is-approved-before-it-is-done', of(requested), said('record-shredding')],
    ['a-person-is-shredded-before-it-is-final', of(requested, approved), said('finalise-erasure')],
    [
      'nothing-is-recorded-before-it-happens',
      of(),
      said('request-erasure', { ground }, 'anna', '2026-03-02'),
    ],
  ])('%s', (rule, before, command) => {
    expect(before.when(command).rejectedBy).toBe(rule);
  });
});

describe('a retention rule', () => {
  const rule = { programme: 'p', years: 5, anchor: 'p.closed.v1', authority: 'archive' };
  const set: DomainEvent = { type: 'erasure.retention-rule-set.v1', occurredOn, data: rule };
  const anchors = ['p.closed.v1'];
  const asked = (changes: object = {}) =>
    said('set-retention-rule', { ...rule, anchors, ...changes });
  const known = given<Retention>(retentionRule, set);

  it('is recorded, once, and replaced', () => {
    expect(given<Retention>(retentionRule).when(asked()).events).toEqual([set]);
    expect(known.when(asked()).events).toEqual([]);
    expect(known.when(asked({ years: 6 })).events).toEqual([
      { ...set, data: { ...rule, years: 6 } },
    ]);
  });

  it('begins with an event of the programme', () => {
    expect(known.when(asked({ anchor: 'q.closed.v1' })).rejectedBy).toBe(
      'a-retention-period-begins-with-an-event-of-the-programme',
    );
  });
});
