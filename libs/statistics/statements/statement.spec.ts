import { describe, expect, it } from '@jest/globals';
import { command, day, decide, fold, Rejection, type DomainEvent } from '@sikkerby/kernel';
import { statements } from './statement.js';

type Tried = readonly [act: string, on: string, by: string, data: object];

const pin = {
  ...{ year: 2017, cut: '000000000009', cutAt: '2018-02-01T09:00:00.000000Z' },
  measures: [{ id: 'safety-lift.places', version: 1 }],
  ...{ codeSha256: 'c', referenceSha256: 'r', sha256: 's' },
};
const freeze = (kind: string, on = '2018-02-01'): Tried => [
  'freeze',
  on,
  'demo.analyst',
  { ...pin, kind },
];
const approve = (number: number, by = 'demo.approver'): Tried => [
  'approve',
  '2018-02-02',
  by,
  { number },
];
const reject = (number: number): Tried => [
  'reject',
  '2018-02-02',
  'demo.approver',
  { number, reason: 'data-missing' },
];

/** The events of the last act, or the rule that refused it. */
function outcome(...acts: readonly Tried[]): readonly DomainEvent[] | string {
  let log: DomainEvent[] = [];
  let last: readonly DomainEvent[] = [];
  for (const [act, on, user, data] of acts) {
    const given = command(act, data, day(on), { user, role: 'analyst', organisation: 'city' });
    try {
      last = decide(statements, given, fold(statements, statements.initialState, log));
    } catch (refusal) {
      if (refusal instanceof Rejection) return refusal.rule;
      throw refusal;
    }
    log = [...log, ...last];
  }
  return last;
}

const typesOf = (...acts: readonly Tried[]) => {
  const events = outcome(...acts);
  return typeof events === 'string' ? events : events.map(({ type }) => type);
};

describe('the statements of a year', () => {
  it('are numbered in the order in which they are frozen, rejected ones too', () => {
    const third = outcome(
      ...[freeze('preliminary'), reject(1), freeze('final'), approve(2), freeze('revision')],
    );
    expect(third).toMatchObject([
      { type: 'statistics.statement-frozen.v1', data: { ...pin, number: 3, kind: 'revision' } },
    ]);
  });

  it('are decided on once', () => {
    expect(typesOf(freeze('final'), approve(1))).toEqual(['statistics.statement-approved.v1']);
    expect(typesOf(freeze('final'), approve(1), approve(1))).toEqual([]);
    expect(typesOf(freeze('final'), reject(1))).toEqual(['statistics.statement-rejected.v1']);
    expect(typesOf(freeze('final'), reject(1), reject(1))).toEqual([]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-statement-is-decided-on-before-the-next-is-frozen', freeze('final'), freeze('final')],
    ['a-revision-follows-a-final-statement', freeze('revision')],
    ['a-revision-follows-a-final-statement', freeze('final'), reject(1), freeze('revision')],
    [
      'a-final-statement-is-followed-by-revisions-only',
      ...[freeze('final'), approve(1), freeze('final')],
    ],
    [
      'a-final-statement-is-followed-by-revisions-only',
      ...[freeze('final'), approve(1), freeze('preliminary')],
    ],
    ['a-final-statement-is-frozen-when-the-year-is-over', freeze('final', '2017-12-31')],
    ['who-approves-a-statement-did-not-freeze-it', freeze('final'), approve(1, 'demo.analyst')],
    ['a-statement-is-frozen-first', approve(1)],
    ['a-statement-is-frozen-first', freeze('final'), approve(2)],
    ['a-statement-is-frozen-first', reject(1)],
    ['a-rejected-statement-stays-rejected', freeze('final'), reject(1), approve(1)],
    ['an-approved-statement-stays-approved', freeze('final'), approve(1), reject(1)],
  ])('%s', (rule, ...acts) => {
    expect(outcome(...acts)).toBe(rule);
  });
});
