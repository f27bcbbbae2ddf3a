import { addDays, day, type Day } from '@sikkerby/kernel';
import { then, type Told } from '../programmes/story.js';
import { dayBetween, districtCodes, opening, type Opening } from './city.js';
import type { DemoStory } from './demo/demo-story.js';
import type { Random } from './random.js';

/** How many cases of each kind, as `counting.md` sets them out; 1154 of the 1180 count in 2017. */
export const groups = {
  'opened-and-closed-in-2017': 903,
  'opened-in-2017-still-open': 141,
  'carried-over-from-2016': 98,
  'reopened-in-2017': 12,
  'merged-away': 9,
  void: 5,
  'closed-on-31-december-2016': 7,
  'opened-on-1-january-2018': 5,
} as const;
type Group = keyof typeof groups;

/** The 1180 stories, those that others refer to first. The same for one seed. */
export function sspStories(random: Random): DemoStory[] {
  const stories = new Map<string, Case>();
  for (const [group, count] of Object.entries(groups) as [Group, number][]) {
    for (let number = 1; number <= count; number++) {
      const name = `${group}-${String(number)}`;
      const twin = twinOf(random, group, number);
      const known = twin === undefined ? undefined : stories.get(twin);
      const isDuplicate = group === 'merged-away';
      const openedOn = isDuplicate && known ? known.begin.on : opensOn[group](random, number);
      const fresh = opening(random, stories.size + 1, dayOf(openedOn));
      const written = known ? { ...fresh, person: known.opening.person } : fresh;
      const acts = tell[group](random, dayOf(openedOn), written);
      const { person, ...coded } = written;
      stories.set(name, {
        ...{ programme: 'youth-concern', path: 'cases', role: 'ssp-caseworker', name },
        begin: { on: openedOn, body: { ...coded, subject: person.name } },
        persons: { [person.name]: person },
        acts: isDuplicate && known ? [...acts, mergedInto(known)] : acts,
        opening: written,
      });
    }
  }
  return [...stories.values()];
}

interface Case extends DemoStory {
  readonly name: string;
  readonly opening: Opening;
}

function mergedInto({ name }: Case): Told {
  return then('2017-12-31', 'merge-into', { survivor: name });
}

/** The story about the same person: a duplicate's survivor, or an earlier case of some. */
function twinOf(random: Random, group: Group, number: number): string | undefined {
  if (group === 'merged-away') return `opened-in-2017-still-open-${String(number * 3)}`;
  if (group === 'carried-over-from-2016' && number % 9 === 0) {
    return `opened-and-closed-in-2017-${String(random.whole(1, 900))}`;
  }
  return undefined;
}

/** A duplicate opens on the day of its survivor. */
const opensOn: Record<Group, (random: Random, number: number) => string> = {
  'opened-and-closed-in-2017': (random) => dayBetween(random, '2017-01-01', '2017-10-31'),
  'opened-in-2017-still-open': (random) => dayBetween(random, '2017-03-01', '2017-12-31'),
  'carried-over-from-2016': (random) => dayBetween(random, '2016-06-01', '2016-12-15'),
  'reopened-in-2017': (random) => dayBetween(random, '2015-09-01', '2016-05-31'),
  'merged-away': (random) => dayBetween(random, '2017-04-01', '2017-11-30'),
  void: (random) => dayBetween(random, '2017-02-01', '2017-11-30'),
  'closed-on-31-december-2016': (random) => dayBetween(random, '2016-03-01', '2016-11-30'),
  'opened-on-1-january-2018': (_random, number) =>
    number === 1 ? '2017-12-31T23:30:00Z' : '2018-01-01',
};

const tell: Record<Group, (random: Random, opened: Day, written: Opening) => Told[]> = {
  'opened-and-closed-in-2017': (random, opened, written) => [
    ...work(random, opened, written),
    ...close(dayBetween(random, addDays(opened, 20), '2017-12-31'), written),
  ],
  'opened-in-2017-still-open': (random, opened, written) => work(random, opened, written),
  'carried-over-from-2016': (random, opened, written) => [
    ...work(random, opened, written),
    ...close(dayBetween(random, '2017-01-01', '2017-12-31'), written),
  ],
  'reopened-in-2017': (random, _opened, written) => [
    ...close(dayBetween(random, '2016-06-01', '2016-12-30'), written),
    step('reopen', dayBetween(random, '2017-01-01', '2017-12-31'), { reason: 'new-concern' }),
  ],
  'merged-away': () => [],
  void: (_random, opened) => [step('void', addDays(opened, 5), { reason: 'registered-in-error' })],
  'closed-on-31-december-2016': (_random, _opened, written) => close(day('2016-12-31'), written),
  'opened-on-1-january-2018': () => [],
};

/** What happens in a case in its first days: sometimes a note, a new level's worth, a transfer. */
function work(random: Random, opened: Day, written: Opening): Told[] {
  const steps: Told[] = [];
  if (random.chance(0.3)) {
    steps.push(step('add-note', addDays(opened, 2), { text: 'Opdigtet notat til demonstration.' }));
  }
  if (random.chance(0.06)) {
    const away = districtCodes.filter((code) => code !== written.district);
    const toDistrict = random.pick(away.map((code) => [code, 1] as const));
    const asked = addDays(opened, 4);
    steps.push(step('request-transfer', asked, { toDistrict, toTeam: `ssp-${toDistrict}` }));
    const answer = random.pick([
      [{ act: 'accept-transfer', body: { effectiveOn: addDays(opened, 10) } }, 3],
      [{ act: 'reject-transfer', body: { reason: 'stays-where-known' } }, 1],
    ]);
    steps.push(step(answer.act, addDays(opened, 6), answer.body, 'ssp-coordinator'));
  }
  return steps;
}

function close(on: Day, written: Opening): Told[] {
  const reason = { reason: 'goals-met' };
  return written.level <= 2
    ? [step('close', on, reason)]
    : [step('request-closing', on, reason), step('approve-closing', on, {}, 'ssp-coordinator')];
}

function step(act: string, on: Day, body: object, by?: 'ssp-coordinator'): Told {
  return then(on, act, body, by ? { by } : {});
}

/** The day in Copenhagen of a day or of an instant in the stories. */
function dayOf(text: string): Day {
  return text.includes('T') ? addDays(day(text.slice(0, 10)), 1) : day(text);
}
