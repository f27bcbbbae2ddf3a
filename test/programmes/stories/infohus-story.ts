import { mergedAndUnmerged, person, repaired, then, type Story } from '../story.js';

const member = { programme: 'infohus', role: 'infohus-member' } as const;

const received = (subjects: readonly string[]) => ({
  on: '2018-01-10',
  body: {
    ...{ subjects, source: 'school', concern: 'right-wing-extremism', district: 'noerrebro' },
    description: 'Opdigtet',
  },
});

const leadsToAnIntervention: Story = {
  ...{ ...member, path: 'enquiries', begin: received([person(3)]) },
  acts: [
    then('2018-01-11', 'clear', { clearance: 'can-be-handled' }),
    then('2018-01-16', 'assess', { outcome: 'intervention' }),
  ],
};

export const infohus: readonly Story[] = [
  {
    ...{ ...member, path: 'enquiries', begin: received([person()]) },
    acts: [
      then('2018-01-10', 'assign', { caseworker: 'demo-infohus-member' }),
      then('2018-01-10', 'add-person', { subject: person(2) }),
      then('2018-01-11', 'clear', { clearance: 'can-be-handled' }, { by: 'police-liaison' }),
      then('2018-01-12', 'record-register-check', { party: 'police', hit: true }),
      then('2018-01-16', 'assess', { outcome: 'talk' }),
      then('2018-01-20', 'hold-talk'),
      then('2018-01-21', 'close', { reason: 'helped' }),
      then('2018-03-01', 'reopen', { reason: 'new-concern' }),
      ...repaired('2018-03-02', 'source', 'relative'),
      ...mergedAndUnmerged('2018-03-03'),
    ],
  },
  {
    ...{ ...member, path: 'enquiries', reader: 'auditor', begin: received([]) },
    role: 'infohus-coordinator',
    acts: [
      then('2018-01-11', 'clear', { clearance: 'parallel-to-criminal-case' }),
      then('2018-01-16', 'assess', { outcome: 'security-authority' }),
      then('2018-01-17', 'hand-over', {}, { withholds: true }),
    ],
  },
  {
    ...{ ...member, path: 'interventions', before: { enquiry: leadsToAnIntervention } },
    begin: {
      on: '2018-01-17',
      body: {
        ...{ enquiry: 'enquiry', subject: person(3), district: 'noerrebro' },
        ...{ kind: 'preventive', party: 'municipality' },
      },
    },
    acts: [
      then('2018-01-17', 'assign', { caseworker: 'demo-infohus-member' }),
      then('2018-01-18', 'record-consent'),
      then('2018-01-20', 'start', { subject: person(3), reviewOn: '2018-04-01' }),
      then(
        '2018-04-01',
        'review',
        { nextReviewOn: '2018-07-01', text: 'Opdigtet' },
        { another: true },
      ),
      then('2018-05-01', 'end', { reason: 'goals-met' }),
      then('2018-06-01', 'reopen', { reason: 'relapse' }),
      then('2018-06-10', 'withdraw-consent'),
      ...repaired('2018-06-11', 'kind', 'resocialising'),
      ...mergedAndUnmerged('2018-06-12'),
    ],
  },
];
