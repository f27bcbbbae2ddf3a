import { addDays, day } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const times = [
  ['day', 3],
  ['evening', 6],
  ['night', 1],
] as const;
const alike = { programme: 'street-outreach', role: 'outreach-lead' } as const;

/**
 * 71 municipal employees assigned by 2017, of whom 66 had a shift in it; 3 of the other 5 had one in
 * 2016 or 2018, one a shift that was void. Besides, 6 of partners. A shift names its assignment by
 * the name of that story.
 */
export function streetOutreach(random: Random): DemoStory[] {
  const assigned = (who: number, employer: string): DemoStory => ({
    ...{ ...alike, path: 'assignments', acts: [], name: `assignment-${String(who)}` },
    begin: {
      on: dayBetween(random, '2016-01-04', '2016-11-30'),
      body: { employee: `outreach.worker-${String(who)}`, employer },
    },
  });
  const shift = (who: number, from: string, to: string): DemoStory => {
    const contacts = random.whole(2, 25);
    const toClub = random.whole(0, 1 + (contacts >> 3));
    const toAssociation = random.chance(0.2) ? 1 : 0;
    const toLeisureJob = contacts > 5 && random.chance(0.2) ? 1 : 0;
    const numbers = { contacts: contacts + 1, toClub, toAssociation, toLeisureJob };
    const where = { district: random.pick(districtsByWeight), time: random.pick(times) };
    return {
      ...{ ...alike, path: 'shifts', acts: [] },
      begin: {
        on: dayBetween(random, from, to),
        body: { assignment: `assignment-${String(who)}`, ...where, ...numbers },
      },
    };
  };
  const inYear = (who: number) =>
    Array.from({ length: random.whole(1, 4) }, () => shift(who, '2017-01-01', '2017-12-31'));

  const workers = Array.from({ length: 77 }, (_, at) => at + 1);
  const wrong = shift(70, '2017-05-01', '2017-05-31');
  const voidedOn = addDays(day(wrong.begin.on), 3);
  return [
    ...workers.map((who) => leaving(random, assigned(who, who <= 71 ? 'municipal' : 'partner'))),
    ...workers.filter((who) => who <= 66 || who > 71).flatMap(inYear),
    ...[67, 68].map((who) => shift(who, '2016-12-01', '2016-12-31')),
    shift(69, '2018-01-01', '2018-01-31'),
    { ...wrong, acts: [then(voidedOn, 'void', { reason: 'registered-in-error' })] },
  ];
}

/** Some leave once the year is over. */
function leaving(random: Random, story: DemoStory): DemoStory {
  if (!random.chance(0.2)) return story;
  const on = dayBetween(random, '2018-02-01', '2018-12-31');
  return { ...story, acts: [then(on, 'end', { reason: 'other-work' })] };
}
