import { repaired, then, type Story } from '../story.js';

const warned = (place: string, on: string): Story => ({
  ...{ programme: 'gathering-ban', path: 'bans', role: 'police-liaison', acts: [] },
  begin: { on, body: { place, premises: 'club', district: 'noerrebro' } },
});

const first: Story = {
  ...warned('lokale-4', '2017-03-01'),
  acts: [
    then('2017-03-10', 'hear-owner', { answer: 'objects' }),
    then('2017-03-31', 'issue'),
    then('2017-06-29', 'expire'),
  ],
};

export const gatheringBan: readonly Story[] = [
  first,
  {
    ...warned('lokale-4', '2017-07-15'),
    before: { 'the-first': first },
    acts: [
      then('2017-07-16', 'assign', { caseworker: 'demo-police-liaison' }),
      then('2017-07-20', 'hear-owner', { answer: 'no-answer' }),
      then('2017-08-01', 'issue', { repeatOf: 'the-first' }),
      then('2017-10-01', 'ask-withdrawal'),
      then('2017-10-05', 'refuse-withdrawal', { reason: 'gatherings-go-on' }),
      then('2018-03-01', 'withdraw', { reason: 'gatherings-stopped' }, { by: 'ssp-coordinator' }),
      ...repaired('2018-03-02', 'closedOn', '2018-02-28'),
    ],
  },
  { ...warned('lokale-9', '2016-05-01'), acts: [then('2018-05-01', 'warning-expire')] },
];
