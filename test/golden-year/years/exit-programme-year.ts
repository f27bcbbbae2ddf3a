import { addDays, day } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import { demoPerson } from '../demo/demo-person.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const role = 'exit-caseworker';
const ages = [
  [19, 6],
  [21, 12],
  [23, 22],
  [25, 24],
  [28, 20],
  [32, 10],
  [41, 3],
] as const;

type Track = 'own-programme' | 'framework-model';

/**
 * 63 on the own programme and 41 on the framework model, 13 of them on both: 91 persons. Besides,
 * 2 that were registered in error and 4 that only asked.
 */
export function exitProgramme(random: Random): DemoStory[] {
  const enrolment = (who: number, track: Track, from: string, to: string): DemoStory => {
    const enrolledOn = dayBetween(random, from, to);
    const askedOn = addDays(enrolledOn, -random.whole(10, 60));
    const subject = `person-${String(who)}`;
    const endsOn = addDays(enrolledOn, random.whole(100, 260));
    const acts = [
      then(addDays(askedOn, 2), 'offer', { track }),
      then(addDays(askedOn, 4), 'agree'),
      then(enrolledOn, 'enrol', { subject, resident: true }),
    ];
    const ends = random.pick([
      [[then(endsOn, 'complete')], 3],
      [[then(endsOn, 'end', { reason: 'withdrew' })], 2],
      [[then(endsOn, 'end', { reason: 'imprisoned' })], 1],
      [[], 4],
    ]);
    return { ...asked(who, askedOn), acts: [...acts, ...ends] };
  };
  const asked = (who: number, on: string): DemoStory => ({
    ...{ programme: 'exit-programme', path: 'enrolments', role, acts: [] },
    begin: {
      on,
      body: {
        subject: `person-${String(who)}`,
        district: random.pick(districtsByWeight),
        description: 'Opdigtet beskrivelse til demonstration.',
      },
    },
    persons: { [`person-${String(who)}`]: demoPerson(random, who, day(on), random.pick(ages)) },
  });

  const stories: DemoStory[] = [];
  for (let who = 1; who <= 63; who += 1) {
    stories.push(enrolment(who, 'own-programme', '2017-01-05', '2017-05-31'));
  }
  for (let who = 51; who <= 91; who += 1) {
    stories.push(enrolment(who, 'framework-model', '2017-09-01', '2017-12-20'));
  }
  for (let who = 101; who <= 102; who += 1) {
    const wrong = enrolment(who, 'own-programme', '2017-02-01', '2017-05-31');
    const last = day(wrong.acts.at(-1)?.on ?? '');
    const voided = then(addDays(last, 1), 'void', { reason: 'registered-in-error' });
    stories.push({ ...wrong, acts: [...wrong.acts, voided] });
  }
  for (let who = 103; who <= 106; who += 1) {
    stories.push(asked(who, dayBetween(random, '2017-02-01', '2017-11-30')));
  }
  return stories;
}
