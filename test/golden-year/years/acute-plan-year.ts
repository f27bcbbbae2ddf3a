import { addDays } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const triggers = [
  ['shooting', 35],
  ['group-conflict', 30],
  ['unrest', 20],
  ['stabbing', 10],
  ['arson', 5],
] as const;

/** 17 acute plans activated in 2017. Besides, 3 of preparedness and one registered in error. */
export function acutePlan(random: Random): DemoStory[] {
  const plan = (kind: string): DemoStory => {
    const on = dayBetween(random, '2017-01-05', '2017-11-30');
    const endsOn = addDays(on, random.whole(5, 60));
    return {
      ...{ programme: 'acute-plan', path: 'plans', role: 'ssp-coordinator' },
      begin: {
        on,
        body: { kind, trigger: random.pick(triggers), district: random.pick(districtsByWeight) },
      },
      acts: [
        then(addDays(on, 1), 'record-measure', { measure: 'visible-adults' }),
        then(addDays(on, 1), 'inform-political-level', { level: 'lord-mayor' }),
        then(endsOn, 'deactivate', { reason: 'calm-again' }),
        then(addDays(endsOn, 20), 'evaluate', { evaluation: 'worked' }),
      ],
    };
  };
  const wrong = plan('acute');
  const voided = then('2018-03-01', 'void', { reason: 'duplicate-entry' });
  return [
    ...Array.from({ length: 17 }, () => plan('acute')),
    ...Array.from({ length: 3 }, () => plan('preparedness')),
    { ...wrong, acts: [...wrong.acts, voided] },
  ];
}
