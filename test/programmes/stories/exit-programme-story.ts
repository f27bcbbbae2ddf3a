import { mergedAndUnmerged, person, repaired, then, type Story } from '../story.js';

export const exitProgramme: readonly Story[] = [
  {
    ...{ programme: 'exit-programme', path: 'enrolments', role: 'exit-caseworker' },
    begin: {
      on: '2017-01-10',
      body: { subject: person(), district: 'noerrebro', description: 'Opdigtet' },
    },
    acts: [
      then('2017-01-11', 'assign', { caseworker: 'demo-exit-caseworker' }),
      then('2017-01-12', 'offer', { track: 'own-programme' }),
      then('2017-01-13', 'agree'),
      then('2017-01-16', 'enrol', { subject: person(), resident: true }),
      then('2017-01-17', 'assess-risk', { risk: 'raised', text: 'Opdigtet' }, { another: true }),
      then(
        '2017-01-18',
        'adopt-plan',
        { areas: ['job', 'housing'], reviewOn: '2017-04-01', text: 'Opdigtet' },
        { another: true },
      ),
      then('2017-02-01', 'suspend', { reason: 'imprisoned' }),
      then('2017-02-10', 'resume'),
      then('2017-05-31', 'complete'),
      then('2017-09-01', 'reopen', { reason: 'relapse' }),
      then('2017-10-01', 'end', { reason: 'moved' }),
      ...repaired('2017-10-02', 'closedOn', '2017-09-30'),
      ...mergedAndUnmerged('2017-10-03'),
    ],
  },
];
