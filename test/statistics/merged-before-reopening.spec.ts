import { expect, it } from '@jest/globals';
import type { Projection } from '@sikkerby/projections';
import { exitProgrammeFacts } from '../../libs/programmes/exit-programme/exit-programme.facts.js';
import { exitProgramme } from '../../libs/programmes/exit-programme/exit-programme.js';
import { youthConcernFacts } from '../../libs/programmes/youth-concern/youth-concern.facts.js';
import { youthConcern } from '../../libs/programmes/youth-concern/youth-concern.js';
import { Fact } from '../../libs/statistics/facts/fact.js';
import { opening } from './support/office.js';
import { played, type Move } from './support/played.js';
import { foldInBatches } from './support/rows-of-streams.js';

const subject = 'person-1';
const survivor = { survivor: 'another', survivorIs: { status: 'open', subject, itself: false } };
const text = { vault: 'ref', digest: 'none' };

/** An enrolment that ended in 2016 and began again in January 2018. */
const enrolment: Move[] = [
  [
    ...([exitProgramme, 'unit', 'record-enquiry', '2016-01-01'] as const),
    { subject, district: 'valby', gender: 'male', description: text },
  ],
  [exitProgramme, 'unit', 'offer', '2016-01-02', { track: 'own-programme' }],
  [exitProgramme, 'unit', 'agree', '2016-01-03'],
  [exitProgramme, 'unit', 'enrol', '2016-03-01', { subject, resident: true, age: 24 }],
  [exitProgramme, 'unit', 'end', '2016-09-01', { reason: 'withdrew' }],
  [exitProgramme, 'unit', 'reopen', '2018-01-10', { reason: 'relapse' }],
];

/** A case that was closed in 2016 and opened again in January 2018. */
const aCase: Move[] = [
  [youthConcern, 'unit', 'open-case', '2016-03-01', opening],
  [youthConcern, 'unit', 'close', '2016-09-01', { reason: 'goals-met' }],
  [youthConcern, 'unit', 'reopen', '2018-01-10', { reason: 'new-concern' }],
];

/** The days on which the facts of that kind hold, in order. */
function daysOf(facts: Projection, kind: string, moves: readonly Move[]) {
  const rows = (foldInBatches(facts, [played(moves)]).get(Fact) ?? []) as Fact[];
  return rows
    .filter((fact) => fact.kind === kind && fact.retractedAt === null)
    .map(({ validFrom, validTo }) => [validFrom, validTo])
    .sort();
}

it.each([
  ['a case', youthConcern, youthConcernFacts, 'youth-concern.case-active', aCase],
  ['an enrolment', exitProgramme, exitProgrammeFacts, 'exit-programme.enrolled', enrolment],
])(
  'R6: %s that is a duplicate ends with its merge, but never before it began',
  (_, decider, facts, kind, before) => {
    const merged = (on: string) =>
      daysOf(facts, kind, [...before, [decider, 'unit', 'merge-into', on, survivor]]);
    expect(merged('2018-02-15')).toEqual([
      ['2016-03-01', '2016-09-01'],
      ['2018-01-10', '2018-02-15'],
    ]);
    const onItsFirstDayOnly = [
      ['2016-03-01', '2016-09-01'],
      ['2018-01-10', '2018-01-10'],
    ];
    expect(merged('2018-01-10')).toEqual(onItsFirstDayOnly);
    expect(merged('2017-12-20')).toEqual(onItsFirstDayOnly);
    expect(merged('2016-06-01')).toEqual(onItsFirstDayOnly);
  },
);
