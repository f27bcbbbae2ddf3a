import { addDays, day } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import { demoPerson } from '../demo/demo-person.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const ages = [
  [20, 8],
  [23, 22],
  [26, 26],
  [31, 24],
  [44, 8],
] as const;
const outcomes = [
  ['no-finding', 45],
  ['benefit-stopped', 20],
  ['repayment', 22],
  ['reported', 8],
  ['tax-case', 5],
] as const;
const nominators = [
  ['police', 60],
  ['tax-authority', 15],
  ['benefit-control', 15],
  ['municipality', 10],
] as const;

/** 131 reviews completed in 2017, of 14 persons two: 117 persons. Besides, 6 that were cancelled. */
export function financialReview(random: Random): DemoStory[] {
  return Array.from({ length: 131 + 6 }, (_, at) => {
    // The last 14 that are completed are about the first 14 persons again.
    const who = at < 117 || at >= 131 ? at + 1 : at - 116;
    const isSecond = at >= 117 && at < 131;
    const [from, to] = isSecond ? secondHalf : firstHalf;
    const on = dayBetween(random, from, to);
    const subject = `person-${String(who)}`;
    const [startedOn, endedOn] = [addDays(on, 7), addDays(on, random.whole(20, 110))];
    const body = {
      ...{ subject, district: random.pick(districtsByWeight) },
      ...{ nominatedBy: random.pick(nominators), legalBasis: 'retssikkerhedsloven-11' },
      grounds: 'Opdigtet begrundelse til demonstration.',
    };
    const outcome = random.pick(outcomes);
    return {
      ...{ programme: 'financial-review', path: 'reviews', role: 'benefit-control-officer' },
      begin: { on, body },
      persons: { [subject]: demoPerson(random, who, day(on), random.pick(ages)) },
      acts:
        at < 131
          ? [then(startedOn, 'start'), then(endedOn, 'complete', { outcome })]
          : [then(endedOn, 'cancel', { reason: 'no-basis' })],
    };
  });
}

const firstHalf = ['2017-01-04', '2017-06-10'] as const;
const secondHalf = ['2017-06-11', '2017-09-05'] as const;
