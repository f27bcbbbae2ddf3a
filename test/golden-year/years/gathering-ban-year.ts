import { addDays, addMonths } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const premises = [
  ['club', 50],
  ['cafe', 20],
  ['shop', 15],
  ['basement', 15],
] as const;

/**
 * 6 first bans of 2017 that expired and 2 repeats of them: 8 issued. Besides, 3 warnings that led to
 * none and a ban that was registered in error.
 */
export function gatheringBan(random: Random): DemoStory[] {
  const warned = (number: number, place: number, on: string): DemoStory => ({
    ...{ programme: 'gathering-ban', path: 'bans', role: 'police-liaison', acts: [] },
    ...{ name: `forbud-${String(number)}` },
    begin: {
      on,
      body: {
        place: `lokale-${String(place)}`,
        ...{ premises: random.pick(premises), district: random.pick(districtsByWeight) },
      },
    },
  });
  const banned = (number: number): DemoStory => {
    const on = dayBetween(random, '2017-01-05', '2017-05-31');
    const decidedOn = addDays(on, 30);
    const hear = then(addDays(on, 10), 'hear-owner', { answer: 'objects' });
    const expire = then(addDays(addMonths(decidedOn, 3), -1), 'expire');
    return {
      ...warned(number, number, on),
      acts: [hear, then(decidedOn, 'issue'), expire],
    };
  };
  const first = [1, 2, 3, 4, 5, 6].map(banned);
  const repeats = first.slice(0, 2).map(({ name, begin }, at): DemoStory => {
    const on = dayBetween(random, '2017-10-01', '2017-10-31');
    return {
      ...warned(7 + at, 1 + at, on),
      begin: { on, body: begin.body },
      acts: [
        then(addDays(on, 5), 'hear-owner', { answer: 'no-answer' }),
        then(addDays(on, 20), 'issue', { repeatOf: name }),
      ],
    };
  });
  const wrong = banned(9);
  const voided = then('2017-10-15', 'void', { reason: 'registered-in-error' });
  return [
    ...first,
    ...repeats,
    { ...wrong, acts: [...wrong.acts, voided] },
    ...[10, 11, 12].map((number) =>
      warned(number, number, dayBetween(random, '2017-02-01', '2017-11-30')),
    ),
  ];
}
