import { describe, expect, it } from '@jest/globals';
import {
  command,
  day,
  decide,
  fold,
  given,
  type Command,
  type DomainEvent,
} from '@sikkerby/kernel';
import { caseworker, saidBy, text } from '../case/case-testing.js';
import { youthConcernReport, type ReportState } from './concern-report.js';

const caseId = '11111111-1111-4111-8111-111111111111';
const report = {
  source: 'school',
  anonymous: false,
  concernTypes: ['worrying-behaviour'],
  description: text,
};

function does(act: string, data: object = {}, on = '2017-03-02') {
  return command(act, data, day(on), caseworker);
}

function aReport(...commands: readonly Command[]) {
  let state: ReportState = youthConcernReport.initialState;
  for (const next of commands) {
    const events: readonly DomainEvent[] = decide<ReportState>(youthConcernReport, next, state);
    state = fold<ReportState>(youthConcernReport, state, events);
  }
  return {
    state,
    when: (next: Command) =>
      given<ReportState>({ ...youthConcernReport, initialState: state }).when(next),
  };
}

const receive = does('receive-concern-report', report, '2017-03-01');
const advise = does('screen-concern-report', { outcome: 'advice-only' });
const openCase = does('screen-concern-report', { outcome: 'open-case', caseId });
const takeOut = does('void-concern-report', { reason: 'test' });
const reinstate = does('reinstate-concern-report');

describe('a concern report', () => {
  it.each([
    ['concern-report-received', [], receive, report],
    ['concern-report-screened', [receive], advise, { outcome: 'advice-only' }],
    ['concern-report-screened', [receive], openCase, { outcome: 'open-case', caseId }],
    [
      'concern-report-screened',
      [receive],
      does('screen-concern-report', { outcome: 'no-action' }, '2017-03-01'),
      { outcome: 'no-action' },
    ],
    ['concern-report-voided', [receive], takeOut, {}],
    ['concern-report-reinstated', [receive, takeOut], reinstate, {}],
  ])('happens: %s', (name, before, next, data) => {
    expect(saidBy(aReport(...before).when(next).events)).toEqual([[name, data]]);
  });

  it.each([[advise], [openCase], [takeOut], [reinstate]])(
    'changes nothing a second time: $type',
    (next) => {
      const twice = next === reinstate ? aReport(receive) : aReport(receive, next);
      expect(twice.when(next)).toEqual({ events: [], rejectedBy: undefined });
    },
  );

  it('keeps what is known of person, place and reporter', () => {
    const known = { ...report, district: 'valby', subject: caseId, reporter: text };
    const full = does('receive-concern-report', known, '2017-03-01');
    expect(aReport().when(full).events).toMatchObject([{ data: known }]);
    expect(youthConcernReport.subjectOf(aReport(full).state)).toBe(caseId);
    expect(youthConcernReport.homeOf(aReport(full).state)?.district).toBe('valby');
  });

  it('is as it was once it is reinstated', () => {
    const before = aReport(receive, openCase);
    expect(aReport(receive, openCase, takeOut, reinstate).state).toEqual(before.state);
  });

  it('belongs to nobody while its district is unknown', () => {
    expect(youthConcernReport.homeOf(aReport(receive).state)).toBeUndefined();
    expect(youthConcernReport.subjectOf(aReport(receive).state)).toBeUndefined();
  });

  const tooOld = { outcome: 'open-case', caseId, toOpen: { ageAtOpening: 26, track: 'ssp-plus' } };
  it.each([
    [
      'an-anonymous-reporter-is-not-named',
      [],
      does('receive-concern-report', { ...report, anonymous: true, reporter: text }),
    ],
    ['a-concern-report-is-recorded-once', [receive], receive],
    ['a-concern-report-is-recorded-first', [], advise],
    ['a-report-is-screened-once', [receive, advise], openCase],
    [
      'a-report-is-not-screened-before-it-is-received',
      [receive],
      { ...advise, occurredOn: day('2017-02-28') },
    ],
    [
      'a-report-names-a-case-when-it-opens-one',
      [receive],
      does('screen-concern-report', { outcome: 'open-case' }),
    ],
    [
      'a-report-names-a-case-when-it-opens-one',
      [receive],
      does('screen-concern-report', { outcome: 'forward', caseId }),
    ],
    ['a-case-is-about-somebody-aged-25-at-most', [receive], does('screen-concern-report', tooOld)],
    ['a-void-concern-report-is-reinstated-first', [receive, takeOut], advise],
    ['nothing-is-recorded-before-it-happens', [], { ...receive, today: day('2017-02-28') }],
    ['nothing-is-recorded-before-it-happens', [receive], { ...advise, today: day('2017-03-01') }],
    ['nothing-is-recorded-before-it-happens', [receive], { ...takeOut, today: day('2017-03-01') }],
    [
      'nothing-is-recorded-before-it-happens',
      [receive, takeOut],
      { ...reinstate, today: day('2017-03-01') },
    ],
  ])('%s', (rule, before, next) => {
    expect(aReport(...before).when(next).rejectedBy).toBe(rule);
  });
});
