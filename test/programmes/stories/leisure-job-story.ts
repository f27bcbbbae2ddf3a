import { mergedAndUnmerged, person, repaired, then, type Story } from '../story.js';

const seeker = { wishes: ['shop', 'outdoor'], description: 'Opdigtet' };

export const leisureJob: readonly Story[] = [
  {
    ...{ programme: 'leisure-job', path: 'matches', role: 'leisure-consultant' },
    begin: { on: '2017-03-01', body: { subject: person(), district: 'noerrebro', ...seeker } },
    acts: [
      then('2017-03-02', 'assign', { caseworker: 'demo-leisure-consultant' }),
      then('2017-03-03', 'propose', {
        ...{ employer: 'supermarked-7', trade: 'shop', answerBy: '2017-03-10' },
      }),
      then('2017-03-08', 'match', {
        ...{ subject: person(), district: 'noerrebro', startsOn: '2017-04-01' },
      }),
      then('2017-04-01', 'start'),
      then('2017-09-30', 'end', { reason: 'season-over' }),
      then('2018-04-01', 'reopen', { reason: 'new-season' }),
      ...repaired('2018-04-02', 'matchedOn', '2017-03-07'),
      ...mergedAndUnmerged('2018-04-03'),
    ],
  },
  {
    ...{ programme: 'leisure-job', path: 'matches', role: 'leisure-consultant' },
    begin: { on: '2017-03-01', body: { subject: person(2), district: 'valby', ...seeker } },
    acts: [then('2017-03-05', 'annul', { reason: 'no-longer-seeking' })],
  },
];
