import { then } from '../../programmes/story.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

/** Areas of each plan with their residents on 1 January 2018; the first two plans overlap in one. */
const plans = [
  ['noerrebro', { mjoelnerparken: 1700, aldersrogade: 2400 }],
  ['noerrebro', { aldersrogade: 2400, 'den-groenne-trekant': 2900 }],
  ['noerrebro', { blaagaarden: 2300 }],
  ['broenshoej-husum', { tingbjerg: 6500 }],
  ['broenshoej-husum', { 'gadelandet-husumgaard': 1600, bystaevneparken: 1500 }],
  ['bispebjerg', { 'bispebjerg-nord': 5200 }],
  ['bispebjerg', { bispeparken: 1500, lundtoftegade: 2100 }],
  ['valby', { folehaven: 2100, hoejderemmen: 1700 }],
  ['valby', { 'gammel-valby': 2600 }],
  ['amager-oest', { sundholmskvarteret: 3900, 'remiseparken-oest': 2300 }],
  ['amager-vest', { urbanplanen: 4900 }],
  ['vesterbro-kongens-enghave', { sjaeloer: 3700, 'mozarts-plads': 2200 }],
  ['vanloese', { grondalsvaenge: 1396 }],
  ['oesterbro', { 'ryparken-lundehus': 2700 }],
] as const satisfies readonly (readonly [string, Readonly<Record<string, number>>])[];

/**
 * The 14 plans in force in 2018, two of them over one area, where about 9 % of the city live. Besides,
 * one that ended with 2017 and one that was registered only.
 */
export function housingPlan(random: Random): DemoStory[] {
  const inForce = plans.map(([district, residents]): DemoStory => {
    const on = `201${String(random.whole(5, 7))}-0${String(random.whole(1, 9))}-01`;
    const story = registered(Object.keys(residents), district, on);
    const observed = Object.entries<number>(residents).map(([area, count]) =>
      then('2018-02-15', 'observe-coverage', { area, year: 2018, residents: count }),
    );
    return { ...story, acts: [then(on, 'enter-into-force'), ...observed] };
  });
  const over = registered(['kongens-enghave-syd'], 'vesterbro-kongens-enghave', '2014-01-01');
  return [
    ...inForce,
    {
      ...over,
      acts: [
        then('2014-01-01', 'enter-into-force'),
        then('2017-12-31', 'end', { reason: 'grant-ran-out' }),
      ],
    },
    registered(['nordhavn'], 'oesterbro', '2018-09-01'),
  ];
}

function registered(areas: readonly string[], district: string, on: string): DemoStory {
  return {
    ...{ programme: 'housing-plan', path: 'plans', role: 'partnership-coordinator', acts: [] },
    begin: { on, body: { areas, district, until: '2021-12-31' } },
  };
}
