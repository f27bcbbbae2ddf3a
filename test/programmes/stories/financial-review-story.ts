import { mergedAndUnmerged, person, repaired, then, type Story } from '../story.js';

export const financialReview: readonly Story[] = [
  {
    ...{ programme: 'financial-review', path: 'reviews', role: 'benefit-control-officer' },
    begin: {
      on: '2017-02-01',
      body: {
        ...{ subject: person(), district: 'bispebjerg', nominatedBy: 'police' },
        ...{ legalBasis: 'retssikkerhedsloven-11', grounds: 'Opdigtet' },
      },
    },
    acts: [
      then('2017-02-02', 'assign', { caseworker: 'demo-benefit-control-officer' }),
      then('2017-02-03', 'start'),
      then('2017-03-01', 'complete', { outcome: 'repayment' }),
      ...repaired('2017-03-02', 'outcome', 'no-finding'),
      ...mergedAndUnmerged('2017-03-03'),
    ],
  },
  {
    ...{ programme: 'financial-review', path: 'reviews', role: 'benefit-control-officer' },
    begin: {
      on: '2017-02-01',
      body: {
        ...{ subject: person(2), district: 'valby', nominatedBy: 'municipality' },
        ...{ legalBasis: 'retssikkerhedsloven-12', grounds: 'Opdigtet' },
      },
    },
    acts: [then('2017-02-03', 'cancel', { reason: 'no-basis' })],
  },
];
