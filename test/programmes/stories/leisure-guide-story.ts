import { mergedAndUnmerged, person, repaired, then, type Story } from '../story.js';

const alike = { programme: 'leisure-guide', role: 'leisure-consultant' } as const;
const assign = then('2017-03-02', 'assign', { caseworker: 'demo-leisure-consultant' });
const club = { club: 'boldklub-7', activity: 'football' };
const applied = { district: 'valby', ...club, grounds: 'Opdigtet' };

export const leisureGuide: readonly Story[] = [
  {
    ...{ ...alike, path: 'courses' },
    begin: {
      on: '2017-03-01',
      body: { subject: person(), district: 'noerrebro', wish: 'Opdigtet' },
    },
    acts: [
      assign,
      then('2017-03-10', 'introduce', { subject: person(), ...club }),
      then('2017-05-01', 'end', { reason: 'joined' }),
      then('2017-09-01', 'reopen', { reason: 'new-wish' }),
      ...repaired('2017-09-02', 'introducedOn', '2017-03-09'),
      ...mergedAndUnmerged('2017-09-03'),
    ],
  },
  {
    ...{ ...alike, path: 'fee-grants' },
    begin: { on: '2017-03-01', body: { subject: person(), ...applied } },
    acts: [
      assign,
      then('2017-03-08', 'give', { subject: person(), kroner: 900 }),
      ...repaired('2017-03-09', 'kroner', 850),
      ...mergedAndUnmerged('2017-03-10'),
    ],
  },
  {
    ...{ ...alike, path: 'fee-grants' },
    begin: { on: '2017-03-01', body: { subject: person(2), ...applied } },
    acts: [then('2017-03-08', 'refuse', { reason: 'paid-by-others' })],
  },
];
