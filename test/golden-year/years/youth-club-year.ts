import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

/**
 * The share that the strategy prints for 2017, about 20 %. Of the clubs it prints no figure: 24 are
 * free in 2018, and 15 of them open longer.
 */
export function youthClub(random: Random): DemoStory[] {
  const alike = { programme: 'youth-club', role: 'leisure-consultant' } as const;
  const clubYears = Array.from({ length: 24 }, (_, at): DemoStory => {
    const kind = at % 4 === 3 ? 'leisure-club' : 'youth-club';
    const district = random.pick(districtsByWeight);
    const times = random.chance(0.5) ? ['evening'] : ['evening', 'weekend'];
    const extendedOn = dayBetween(random, '2018-02-01', '2018-10-01');
    return {
      ...{ ...alike, path: 'club-years' },
      begin: {
        on: '2017-12-01',
        body: { club: `klub-${String(at + 1)}`, kind, district, year: 2018 },
      },
      acts: [
        then('2018-01-01', 'make-membership-free'),
        ...(at < 15 ? [then(extendedOn, 'extend-hours', { times })] : []),
      ],
    };
  });
  const observation: DemoStory = {
    ...{ ...alike, path: 'observations', acts: [] },
    begin: { on: '2018-03-01', body: { year: 2017, perCent: 20, source: 'strategy' } },
  };
  return [...clubYears, observation];
}
