import { repaired, then, type Story } from '../story.js';

const assignment: Story = {
  ...{ programme: 'street-outreach', path: 'assignments', role: 'outreach-lead' },
  begin: { on: '2017-01-09', body: { employee: 'outreach.worker-7', employer: 'municipal' } },
  acts: [
    then('2017-09-30', 'end', { reason: 'leave' }),
    then('2018-01-15', 'reopen', { reason: 'back' }),
    ...repaired('2018-01-16', 'openedOn', '2017-01-10'),
  ],
};

export const streetOutreach: readonly Story[] = [
  assignment,
  {
    ...{ programme: 'street-outreach', path: 'shifts', role: 'outreach-lead' },
    before: { assignment: { ...assignment, acts: [] } },
    begin: {
      on: '2017-03-03',
      body: {
        ...{ assignment: 'assignment', district: 'noerrebro', time: 'evening' },
        ...{ contacts: 12, toClub: 2, toAssociation: 1, toLeisureJob: 0 },
      },
    },
    acts: [...repaired('2017-03-04', 'contacts', 11)],
  },
];
