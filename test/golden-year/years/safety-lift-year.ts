import { addDays } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const measures: readonly (readonly [readonly string[], number])[] = [
  [['lighting'], 40],
  [['lighting', 'cutting-back-greenery'], 25],
  [['speed-bumps'], 15],
  [['seating', 'clearing-up'], 12],
  [['crossing'], 8],
];

/** 61 lifts completed in 2017, at 7 places twice: 54 places. Smedetoften is counted apart. */
export function safetyLift(random: Random): DemoStory[] {
  const districts = Array.from({ length: 54 }, () => random.pick(districtsByWeight));
  const lifts = Array.from({ length: 61 }, (_, at): DemoStory => {
    const place = (at % 54) + 1;
    const on = dayBetween(random, '2016-10-01', '2017-06-30');
    const doneOn = addDays(on, random.whole(100, 180));
    return {
      ...told(`sted-${String(place)}`, districts[place - 1] ?? 'valby', 'lift', on),
      acts: [then(doneOn, 'complete', { measures: random.pick(measures) })],
    };
  });
  const project = {
    ...told('smedetoften', 'bispebjerg', 'safe-space-project', '2016-11-01'),
    acts: [then('2017-09-15', 'complete', { measures: ['lighting', 'seating'] })],
  };
  const givenUp = {
    ...told('sted-60', 'indre-by', 'lift', '2017-02-01'),
    acts: [then('2017-03-01', 'annul')],
  };
  return [...lifts, project, givenUp, told('sted-61', 'vanloese', 'lift', '2017-11-01')];
}

function told(place: string, district: string, kind: string, on: string): DemoStory {
  return {
    ...{ programme: 'safety-lift', path: 'lifts', role: 'safety-lift-manager', acts: [] },
    begin: { on, body: { kind, place, district } },
  };
}
