import { addDays, day } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

/** Housing areas and their districts. */
const areas = [
  ['mjoelnerparken', 'noerrebro'],
  ['aldersrogade', 'oesterbro'],
  ['tingbjerg', 'broenshoej-husum'],
  ['gadelandet', 'broenshoej-husum'],
  ['bispeparken', 'bispebjerg'],
  ['folehaven', 'valby'],
  ['urbanplanen', 'amager-vest'],
] as const;
const holidays = [
  ['winter', '2017-02-13'],
  ['easter', '2017-04-10'],
  ['summer', '2017-07-03'],
  ['autumn', '2017-10-16'],
] as const;

/**
 * 23 camps held in 2017, two of them for the whole city, and 2 that were cancelled, one of which was
 * the only one of its area: 7 areas.
 */
export function feriecamp(random: Random): DemoStory[] {
  const planned = (holiday: string, firstDay: string, place: object): DemoStory => {
    const first = day(firstDay);
    const dates = { holiday, firstDay, lastDay: addDays(first, 4) };
    return {
      ...{ programme: 'feriecamp', path: 'camps', role: 'camp-organiser', acts: [] },
      begin: { on: addDays(first, -random.whole(30, 90)), body: { ...dates, ...place } },
    };
  };
  const held = (story: DemoStory, firstDay: string): DemoStory => ({
    ...story,
    acts: Array.from({ length: random.whole(3, 5) }, (_, at) =>
      then(addDays(day(firstDay), at), 'hold-day'),
    ),
  });
  const inArea = Array.from({ length: 21 }, (_, at) => {
    const [holiday, firstDay] = holidays[(at + Math.floor(at / 7)) % 4] ?? holidays[0];
    const [area, district] = areas[at % 7] ?? areas[0];
    return held(planned(holiday, firstDay, { kind: 'area', area, district }), firstDay);
  });
  const cityWide = ['2017-07-10', '2017-07-31'].map((on) =>
    held(planned('summer', on, { kind: 'city-wide' }), on),
  );
  const cancelled = [
    { kind: 'area', area: 'hoergaarden', district: 'amager-oest' },
    { kind: 'area', area: 'folehaven', district: 'valby' },
  ].map((place) => ({
    ...planned('winter', '2017-02-13', place),
    acts: [then('2017-02-10', 'cancel', { reason: 'no-staff' })],
  }));
  return [...inArea, ...cityWide, ...cancelled];
}
