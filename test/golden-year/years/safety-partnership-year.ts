import { day, addDays } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween } from '../city.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const role = 'partnership-coordinator';
const localAreas = [
  ['tingbjerg-husum', 'broenshoej-husum', '2015-02-01'],
  ['nordvest', 'bispebjerg', '2016-01-01'],
  ['valby', 'valby', '2016-09-01'],
  ['amager', 'amager-vest', '2017-03-01'],
  ['folehaven', 'valby', '2018-03-01'],
] as const;
const kinds = [
  ['safety-walk', 40],
  ['residents-meeting', 35],
  ['youth-event', 20],
  ['clean-up', 5],
] as const;

/**
 * The five local areas of 2018 with their activities, and Nørrebro, which is of city and police.
 * Besides, an area whose partnership ended on the last day of 2017 and one that was void.
 */
export function safetyPartnership(random: Random): DemoStory[] {
  const five = localAreas.map(([area, district, on]) => partnership(area, district, on));
  const noerrebro = partnership('noerrebro', 'noerrebro', '2017-06-01', 'police-municipal');
  const earlier = partnership('sundby', 'amager-oest', '2014-01-01');
  const wrong = partnership('bellahoej', 'broenshoej-husum', '2018-02-01');
  return [
    ...five,
    noerrebro,
    { ...earlier, acts: [...earlier.acts, then('2017-12-31', 'end', { reason: 'goals-met' })] },
    { ...wrong, acts: [then('2018-02-03', 'void', { reason: 'registered-in-error' })] },
    ...[...five, noerrebro].flatMap(({ name = '' }, number) =>
      Array.from({ length: 9 - number }, () => activity(name)),
    ),
  ];

  function activity(partnership: string): DemoStory {
    const plannedOn = dayBetween(random, '2018-04-15', '2018-12-15');
    const on = addDays(plannedOn, -random.whole(10, 40));
    const became = random.pick([
      [then(plannedOn, 'hold'), 9],
      [then(addDays(plannedOn, -1), 'cancel', { reason: 'weather' }), 1],
    ]);
    return {
      ...{ programme: 'safety-partnership', path: 'activities', role },
      begin: { on, body: { partnership, kind: random.pick(kinds), plannedOn } },
      acts: [became],
    };
  }
}

function partnership(area: string, district: string, on: string, kind = 'local-area'): DemoStory {
  const joinedOn = addDays(day(on), 7);
  return {
    ...{ programme: 'safety-partnership', path: 'partnerships', role, name: `om-${area}` },
    begin: { on, body: { kind, area, district, until: '2021-12-31' } },
    acts: [
      then(joinedOn, 'join', { partner: 'koebenhavns-politi' }),
      then(joinedOn, 'join', { partner: `boligforening-${area}` }),
      then(addDays(joinedOn, 30), 'adopt-plan', { themes: ['public-space', 'young-people'] }),
    ],
  };
}
