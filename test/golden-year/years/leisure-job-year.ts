import { addDays, day } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import { demoPerson } from '../demo/demo-person.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const ages = [
  [13, 9],
  [14, 20],
  [15, 28],
  [16, 26],
  [17, 16],
  [18, 1],
] as const;
const genders = [
  ['female', 44],
  ['male', 55],
  ['other-or-unknown', 1],
] as const;
const trades = [
  ['shop', 46],
  ['kitchen', 20],
  ['cleaning', 14],
  ['delivery', 12],
  ['office', 2],
  ['outdoor', 6],
] as const;

/**
 * 543 matches of 2017, of which 3 were annulled and 14 are a second of the same person: 526 young
 * people. Besides, 6 who only seek, 4 who had a proposal, a duplicate, and a match of January 2018.
 */
export function leisureJob(random: Random): DemoStory[] {
  const search = (who: number, on: string, age: number = random.pick(ages)): DemoStory => {
    const subject = `person-${String(who)}`;
    const wishes = [random.pick(trades)];
    const description = 'Opdigtet beskrivelse til demonstration.';
    const district = random.pick(districtsByWeight);
    const person = { ...demoPerson(random, who, day(on), age), gender: random.pick(genders) };
    return {
      ...{ programme: 'leisure-job', path: 'matches', role: 'leisure-consultant', acts: [] },
      begin: { on, body: { subject, district, wishes, description } },
      persons: { [subject]: person },
    };
  };
  const proposed = (story: DemoStory): DemoStory => {
    const on = addDays(day(story.begin.on), random.whole(3, 20));
    const employer = `arbejdsgiver-${String(random.whole(1, 80))}`;
    const job = { employer, trade: random.pick(trades), answerBy: addDays(on, 10) };
    return { ...story, acts: [then(on, 'propose', job)] };
  };
  /** The search begins so long before that everybody of 13 at the search is so at the match. */
  const matched = (who: number, from: string, to: string): DemoStory => {
    const on = dayBetween(random, from, to);
    const story = proposed(search(who, addDays(on, -random.whole(21, 60))));
    const { subject, district } = story.begin.body as { subject: string; district: string };
    const startsOn = addDays(on, random.whole(1, 30));
    const match = then(on, 'match', { subject, district, startsOn });
    const job = random.pick([
      [[then(startsOn, 'start')], 5],
      [
        [
          then(startsOn, 'start'),
          then(addDays(startsOn, random.whole(30, 200)), 'end', { reason: 'season-over' }),
        ],
        4,
      ],
      [[], 1],
    ]);
    return { ...story, acts: [...story.acts, match, ...job] };
  };
  const annulled = (who: number): DemoStory => {
    const story = matched(who, '2017-02-01', '2017-11-30');
    const upToMatch = story.acts.slice(0, 2);
    const on = addDays(day(upToMatch.at(-1)?.on ?? ''), 1);
    return { ...story, acts: [...upToMatch, then(on, 'annul', { reason: 'employer-withdrew' })] };
  };
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at);

  const first = numbers(1, 526).map((who) => matched(who, '2017-01-02', '2017-08-31'));
  const second = numbers(1, 14).map((who) => again(who, first[who - 1]));
  const survivor = { ...matched(540, '2018-02-01', '2018-04-30'), name: 'leisure-job-survivor' };
  return [
    ...first,
    ...second,
    ...numbers(527, 529).map(annulled),
    ...numbers(530, 535).map((who) => search(who, dayBetween(random, '2017-03-01', '2017-11-30'))),
    ...numbers(536, 539).map((who) =>
      proposed(search(who, dayBetween(random, '2017-03-01', '2017-11-30'))),
    ),
    survivor,
    duplicateOf(survivor),
    matched(541, '2018-01-01', '2018-01-31'),
  ];

  function again(who: number, one: DemoStory | undefined): DemoStory {
    const story = matched(who, '2017-09-01', '2017-12-31');
    return one?.persons ? { ...story, persons: one.persons } : story;
  }

  function duplicateOf(story: DemoStory): DemoStory {
    const { programme, path, role, begin, persons = {} } = story;
    const merge = then('2018-05-02', 'merge-into', { survivor: 'leisure-job-survivor' });
    return { ...{ programme, path, role, begin, persons }, acts: [merge] };
  }
}
