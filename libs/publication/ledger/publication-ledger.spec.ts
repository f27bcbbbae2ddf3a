import { describe, expect, it } from '@jest/globals';
import { command, day, fold, given, type DomainEvent } from '@sikkerby/kernel';
import { ledger } from './publication-ledger.js';

const certificate = {
  ...{ solver: 'highs 1.15.3', threshold: 5, modelSha256: 'm' },
  ...{ cells: 1, hidden: 0, attacked: 0 },
};
const draft = { year: 2017, statement: 1, tables: [], certificate, untrue: [] };
const safe = { ...draft, statementIs: 'approved', opened: [], smallChanges: [] };
const figure = {
  ...{ measure: 'infohus.enquiries-handled', year: 2019, codes: { outcome: ['talk'] } },
  ...{ low: 7, high: 7, source: 'press-release' },
};

const ofReport = (value: number) => ({
  ...{ measure: 'leisure-job.persons', year: 2017, codes: {} },
  ...{ low: value, high: value, source: 'report' },
});
const report = (value: number): Tried => ['record-report', { figures: [ofReport(value)] }];
const jobs = (value: number) => ({ tables: [{ measure: 'leisure-job.persons', values: [value] }] });

type Tried = readonly [act: string, data: object, user?: string, on?: string];
const prepare = (data: object = {}): Tried => ['prepare', { ...safe, ...data }];
const release: Tried = ['release', { number: 1, filesSha256: 'f' }, 'demo.approver'];
const reject: Tried = ['reject', { number: 1, reason: 'too-much-hidden' }, 'demo.approver'];
const withdraw: Tried = ['withdraw', { number: 1, reason: 'figure-was-wrong' }, 'demo.approver'];
const record: Tried = ['record-figure', figure];

/** What the last act comes to, after the others. */
function outcome(...acts: readonly Tried[]) {
  let log: DomainEvent[] = [];
  let last = { events: [] as readonly DomainEvent[], rejectedBy: undefined as string | undefined };
  for (const [act, data, user = 'demo.analyst', on = '2018-03-01'] of acts) {
    const actor = { user, role: 'analyst', organisation: 'city' };
    last = given(ledger, ...log).when(command(act, data, day(on), actor));
    log = [...log, ...last.events];
  }
  const state = fold(ledger, ledger.initialState, log);
  return { ...last, types: last.events.map(({ type }) => type), state };
}

describe('the ledger', () => {
  it('takes a release through two hands, with what it says and nothing that the rules asked for', () => {
    expect(outcome(prepare()).events).toEqual([
      {
        type: 'publication.release-prepared.v1',
        occurredOn: '2018-03-01',
        data: { ...draft, number: 1, preparedBy: 'demo.analyst' },
      },
    ]);
    const { events, state } = outcome(prepare(), release);
    expect(events).toMatchObject([{ data: { number: 1, filesSha256: 'f' } }]);
    expect(state.releases).toMatchObject([
      { number: 1, status: 'released', releasedOn: '2018-03-01', filesSha256: 'f' },
    ]);
  });

  it('does nothing a second time', () => {
    expect(outcome(prepare(), prepare()).types).toEqual([]);
    expect(outcome(prepare(), release, release).types).toEqual([]);
    expect(outcome(prepare(), release, prepare()).types).toEqual([]);
    expect(outcome(prepare(), reject, reject).types).toEqual([]);
    expect(outcome(prepare(), release, withdraw, withdraw).types).toEqual([]);
    expect(outcome(record, record).types).toEqual([]);
  });

  it('numbers releases in the order in which they are prepared, rejected ones too', () => {
    expect(outcome(prepare(), reject, prepare()).events).toMatchObject([{ data: { number: 2 } }]);
  });

  it('holds a revision that is not safe, once, and takes the next one', () => {
    const second = { statement: 2, opened: ['leisure-job.persons gender=male'] };
    const held = outcome(prepare(), release, prepare(second));
    expect(held.types).toEqual(['publication.revision-held.v1']);
    expect(held.state.held).toEqual([
      { year: 2017, statement: 2, opened: second.opened, smallChanges: [] },
    ]);
    expect(outcome(prepare(), release, prepare(second), prepare(second)).types).toEqual([]);
    expect(outcome(prepare(), release, prepare(second), prepare({ statement: 3 })).types).toEqual([
      'publication.release-prepared.v1',
    ]);
    expect(
      outcome(prepare(), release, prepare({ statement: 2, smallChanges: ['a'] })).types,
    ).toEqual(['publication.revision-held.v1']);
  });

  it('knows what is withdrawn as what is out, and what was public before it began', () => {
    const { state } = outcome(prepare(), release, withdraw);
    expect(state.releases).toMatchObject([{ status: 'withdrawn', releasedOn: '2018-03-01' }]);
    expect(outcome(prepare(), release, withdraw, prepare({ opened: ['a'] })).types).toEqual([
      'publication.revision-held.v1',
    ]);
    expect(ledger.initialState.figures).toContainEqual({
      ...{ measure: 'infohus.persons-given-intervention', year: 2018, codes: {} },
      ...{ low: 14, high: 14, source: 'strategy' },
    });
  });

  it('takes what an annual report tells, once, and holds what differs from it by a few', () => {
    expect(outcome(report(526)).events).toMatchObject([{ data: ofReport(526) }]);
    expect(outcome(report(526), report(526)).types).toEqual([]);
    expect(outcome(report(526), report(531)).types).toEqual(['publication.figure-recorded.v1']);
    expect(outcome(report(526), prepare({ smallChanges: ['figure 14'] })).types).toEqual([
      'publication.revision-held.v1',
    ]);
    expect(outcome(prepare(jobs(526)), release, report(526)).types).toEqual([
      'publication.figure-recorded.v1',
    ]);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['what-is-published-was-approved-first', prepare({ statementIs: 'frozen' })],
    ['what-the-attacker-opens-is-not-published', prepare({ opened: ['a'] })],
    [
      'a-release-is-decided-on-before-the-next-is-prepared',
      ...[prepare(), prepare({ statement: 2 })],
    ],
    ['a-release-is-prepared-first', release],
    ['who-releases-did-not-prepare-it', prepare(), ['release', { number: 1, filesSha256: 'f' }]],
    ['what-became-public-since-is-attacked-first', prepare(), record, release],
    ['what-was-turned-down-is-prepared-anew', prepare(), reject, release],
    ['what-is-out-is-withdrawn', prepare(), release, reject],
    ['only-what-is-out-is-withdrawn', prepare(), withdraw],
    ['a-report-differs-by-nobody-or-by-many', report(526), report(527)],
    ['a-report-differs-by-nobody-or-by-many', prepare(jobs(526)), release, report(522)],
    ['the-least-is-not-more-than-the-most', ['record-figure', { ...figure, low: 8 }]],
  ])('%s', (rule, ...acts) => {
    expect(outcome(...acts).rejectedBy).toBe(rule);
  });
});
