import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { outcome, type Tried } from '@sikkerby/case-kit/testing';
import { outreachShift } from './shift.js';
import { streetOutreach } from './street-outreach.js';

const assign: Tried = [
  'assign-worker',
  '2017-03-01',
  { employee: 'outreach.worker-7', employer: 'municipal' },
];
const end: Tried = ['end', '2017-09-30', { reason: 'leave' }];
const reopen: Tried = ['reopen', '2018-01-15', { reason: 'back' }];

describe('an assignment to outreach', () => {
  it('begins, ends and goes on again, each once', () => {
    const life = [assign, end, reopen];
    const done = ['begun', 'ended', 'reopened'];
    for (const [at, act] of life.entries()) {
      const before = life.slice(0, at);
      const type = `street-outreach.assignment-${done[at] ?? ''}.v1`;
      expect(outcome(streetOutreach, ...before, act)).toEqual([type]);
      if (at > 0) expect(outcome(streetOutreach, ...before, act, act)).toEqual([]);
    }
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['an-assignment-is-recorded-once', assign],
    [
      'an-assignment-does-not-end-before-it-began',
      end,
      reopen,
      ['end', '2018-01-14', { reason: 'left' }],
    ],
    ['nothing-happens-to-an-assignment-before-it-began', ['end', '2017-02-28', {}]],
    ['an-assignment-reopens-after-it-ended', end, ['reopen', '2017-09-30', { reason: 'back' }]],
  ])('%s', (rule, ...acts) => {
    expect(outcome(streetOutreach, assign, ...acts)).toBe(rule);
  });
});

describe('a shift', () => {
  const episode = (from: string, to: string) => ({ from: day(from), to: day(to) });
  const assignmentIs = {
    ...{ status: 'ended', beganOn: '2017-03-01', employee: 'outreach.worker-7' },
    employer: 'municipal',
    episodes: [episode('2017-03-01', '2017-05-31'), episode('2017-09-01', '2017-09-30')],
  };
  const told = {
    ...{ assignment: 'assignment-1', assignmentIs, district: 'valby', time: 'evening' },
    ...{ contacts: 3, toClub: 1, toAssociation: 1, toLeisureJob: 1 },
  };
  const held = (on: string, other: object = {}): Tried => [
    'record-shift',
    on,
    { ...told, ...other },
  ];

  it.each(['2017-03-01', '2017-05-31', '2017-09-15'])('is held on %s', (on) => {
    expect(outcome(outreachShift, held(on))).toEqual(['street-outreach.shift-held.v1']);
  });

  it.each<[rule: string, ...acts: Tried[]]>([
    ['a-shift-is-recorded-once', held('2017-03-01'), held('2017-03-01')],
    ['a-shift-lies-on-a-day-of-the-assignment', held('2017-02-28')],
    ['a-shift-lies-on-a-day-of-the-assignment', held('2017-06-01')],
    ['a-shift-lies-on-a-day-of-the-assignment', held('2017-10-01')],
    [
      'a-shift-is-of-a-worker-who-was-assigned',
      held('2017-03-01', { assignmentIs: { status: 'nothing-yet' } }),
    ],
    [
      'a-shift-is-of-a-worker-who-was-assigned',
      held('2017-03-01', { assignmentIs: { status: 'void', before: assignmentIs } }),
    ],
    ['a-bridge-is-built-for-somebody-who-was-met', held('2017-03-01', { contacts: 2 })],
    [
      'a-bridge-is-built-for-somebody-who-was-met',
      held('2017-03-01'),
      ['correct', '2017-03-02', { field: 'toClub', value: 2, reason: 'mistyped' }],
    ],
  ])('%s', (rule, ...acts) => {
    expect(outcome(outreachShift, ...acts)).toBe(rule);
  });
});
