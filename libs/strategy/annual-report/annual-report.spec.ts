import { describe, expect, it } from '@jest/globals';
import { outcome, stateAfter, type Tried } from '@sikkerby/case-kit/testing';
import { day, given, command } from '@sikkerby/kernel';
import { principlesOf } from './attachments.js';
import { missingIn } from './approval.js';
import { report } from './annual-report.js';
import { opened } from './report-act.js';

const on = '2019-03-01';
const text = { da: { vault: 'v', digest: 'd' }, isSame: false };
const statementIs = { status: 'approved', sha256: 'abc' };
const before = { statement: 3, sha256: 'def' };
const figures = { statement: 1, sha256: 'abc', statementIs, before };
const pinned = { asOf: '1', goals: [], context: [] };

const open: Tried = ['open', on, { year: 2018 }];
const freeze: Tried = ['freeze-figures', on, figures];
const assess: Tried = ['assess-goals', on, pinned];
const attach = (from: string, role = 'analyst'): Tried => [
  ...(['attach-assessment', on, { ...text, from }, `probe.${role}`, role] as const),
];
const describes = principlesOf(2018).map((principle): Tried => [
  'describe-principle',
  on,
  { ...text, principle },
]);
const send: Tried = ['send-to-steering-group', on];
const pass: Tried = ['pass-steering-group', on];
const approve: Tried = ['approve', on, {}, 'probe.approver', 'report-approver'];
const publish: Tried = ['publish', on];
const revise: Tried = ['revise', on, { reason: 'figures-revised' }];
const back: Tried = ['return-to-preparation', on, { reason: 'text-changed' }];

const texts = [attach('police'), attach('ssp'), ...describes];
const approved = [open, freeze, assess, ...texts, send, pass, approve];
const published = [...approved, publish];

describe('a report', () => {
  it.each<[string, ...Tried[]]>([
    ['a-report-is-opened-when-its-year-is-over', ['open', '2018-12-31', { year: 2018 }]],
    ['a-report-is-opened-first', freeze],
    [
      'nothing-happens-to-a-report-before-it-was-opened',
      open,
      ['freeze-figures', '2019-02-28', figures],
    ],
    ['nothing-is-recorded-before-it-happens', open, ['freeze-figures', '2026-02-01', figures]],
    [
      'figures-are-frozen-from-an-approved-statement',
      ...[open],
      ['freeze-figures', on, { ...figures, statementIs: undefined }],
    ],
    [
      'figures-are-frozen-from-an-approved-statement',
      ...[open],
      ['freeze-figures', on, { ...figures, statementIs: { ...statementIs, status: 'frozen' } }],
    ],
    [
      'the-sha-256-is-that-of-the-approved-statement',
      ...[open],
      ['freeze-figures', on, { ...figures, sha256: 'abd' }],
    ],
    [
      'an-assessment-is-attached-by-who-made-it-or-the-secretariat',
      open,
      attach('ssp', 'police-liaison'),
    ],
    [
      'an-assessment-is-attached-by-who-made-it-or-the-secretariat',
      open,
      attach('police', 'ssp-coordinator'),
    ],
    [
      'a-principle-is-described-in-a-year-in-which-it-is-one',
      ...[open],
      ['describe-principle', on, { ...text, principle: 'extremism' }],
    ],
    ['the-steering-group-sees-a-report-with-frozen-figures', open, assess, send],
    ['the-steering-group-sees-a-report-with-its-goals-assessed', open, freeze, send],
    ['a-report-goes-to-the-steering-group-once-it-is-prepared', ...published, send],
    ['figures-and-goals-change-while-a-report-is-prepared', open, freeze, assess, send, freeze],
    ['figures-and-goals-change-while-a-report-is-prepared', open, freeze, assess, send, assess],
    ['a-report-passes-the-steering-group-that-has-it', open, freeze, assess, pass],
    [
      'a-report-is-approved-once-it-is-through-the-steering-group',
      ...[open, freeze, assess, ...texts, send, approve],
    ],
    [
      'who-approves-is-not-who-froze-the-figures',
      ...[open, freeze, assess, ...texts, send, pass],
      ['approve', on, {}, 'probe.worker', 'report-approver'],
    ],
    [
      'a-report-is-not-published-while-the-assessment-of-the-police-is-missing',
      ...[open, freeze, assess, attach('ssp'), ...describes, send, pass, approve],
    ],
    [
      'a-report-is-not-published-while-the-assessment-of-ssp-is-missing',
      ...[open, freeze, assess, attach('police'), ...describes, send, pass, approve],
    ],
    [
      'a-report-is-not-published-while-a-principle-is-not-described',
      ...[open, freeze, assess, ...texts.slice(0, -1), send, pass, approve],
    ],
    [
      'a-report-is-published-once-it-is-approved',
      open,
      freeze,
      assess,
      ...texts,
      send,
      pass,
      publish,
    ],
    ['an-approved-report-is-not-changed', ...approved, attach('police')],
    ['an-approved-report-is-not-changed', ...published, ...describes.slice(0, 1)],
    ['a-published-report-is-revised', ...published, back],
    ['only-a-published-report-is-revised', ...approved, revise],
    ['the-steering-group-sees-a-report-with-frozen-figures', ...published, revise, send],
  ])('%s', (rule, ...acts) => {
    expect(outcome(report, ...acts)).toBe(rule);
  });

  it.each([
    [open],
    [open, freeze],
    [open, assess],
    [open, freeze, assess, send],
    [open, freeze, assess, send, pass],
    [open, freeze, assess, send, back],
    approved,
    published,
    [...published, revise],
  ])('takes each step once: %#', (...acts) => {
    const last = acts.at(-1) ?? open;
    expect(outcome(report, ...acts)).toHaveLength(1);
    expect(outcome(report, ...acts, last)).toEqual([]);
  });

  it('takes a text that it has already for nothing', () => {
    const again = { ...text, isSame: true, from: 'police' };
    const same: Tried = ['attach-assessment', on, again, 'probe.analyst', 'analyst'];
    expect(outcome(report, open, attach('police'), same)).toEqual([]);
    expect(outcome(report, open, same)).toEqual(['annual-report.report-assessment-attached.v1']);
    const told: Tried = ['describe-principle', on, { ...text, isSame: true, principle: 'gangs' }];
    expect(outcome(report, open, ...describes, told)).toEqual([]);
  });

  it('takes its figures anew when what they are compared with was revised', () => {
    const revised: Tried = [
      'freeze-figures',
      on,
      { ...figures, before: { ...before, statement: 4 } },
    ];
    expect(outcome(report, open, freeze, revised)).toHaveLength(1);
    expect(outcome(report, open, freeze, revised, revised)).toEqual([]);
  });

  it('may be attached to by police and SSP, each their own', () => {
    const theirs = [attach('police', 'police-liaison'), attach('ssp', 'ssp-coordinator')];
    expect(stateAfter(report, open, ...theirs)).toMatchObject({
      assessments: { police: expect.anything(), ssp: expect.anything() },
    });
  });

  it('begins its next version empty, and keeps what was published', () => {
    const state = opened(stateAfter(report, ...published, revise));
    expect(state).toMatchObject({
      status: 'preparing',
      version: 2,
      assessments: {},
      principles: {},
    });
    expect(state.figures).toBeUndefined();
    expect(state.published).toMatchObject([
      { version: 1, publishedOn: on, figures: { statement: 1, before, frozenBy: 'probe.worker' } },
    ]);
    const again = [freeze, assess, ...texts, send, pass, approve, publish];
    expect(stateAfter(report, ...published, revise, ...again)).toMatchObject({
      status: 'published',
      published: [{ version: 1 }, { version: 2 }],
    });
  });

  it('says what is missing', () => {
    expect(missingIn(opened(stateAfter(report, open)))).toEqual([
      'the-steering-group-sees-a-report-with-frozen-figures',
      'a-report-is-not-published-without-figures-and-goals',
    ]);
    expect(missingIn(opened(stateAfter(report, ...published)))).toEqual([]);
  });

  it('is not published while an assessment is missing, even where the log says it was approved', () => {
    const told = (done: string, data: object) =>
      ({ type: `annual-report.report-${done}.v1`, occurredOn: day(on), data }) as const;
    const history = [
      told('opened', { year: 2018 }),
      told('figures-frozen', { statement: 1, sha256: 'abc', frozenBy: 'probe.one' }),
      told('goals-assessed', pinned),
      told('assessment-attached', { from: 'ssp', text }),
      told('approved', { approvedBy: 'probe.two' }),
    ];
    const actor = { user: 'probe.one', role: 'analyst', organisation: 'probe' };
    expect(given(report, ...history).when(command('publish', {}, day(on), actor)).rejectedBy).toBe(
      'a-report-is-not-published-while-the-assessment-of-the-police-is-missing',
    );
  });

  it('describes the sixth principle from 2019 on', () => {
    expect(principlesOf(2018)).toHaveLength(5);
    expect(principlesOf(2019)).toContain('extremism');
    expect(principlesOf(2017)).toHaveLength(5);
  });
});
