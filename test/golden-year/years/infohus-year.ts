import { addDays, day, type Day } from '@sikkerby/kernel';
import { then } from '../../programmes/story.js';
import { dayBetween, districtsByWeight } from '../city.js';
import { demoPerson } from '../demo/demo-person.js';
import type { DemoStory } from '../demo/demo-story.js';
import type { Random } from '../random.js';

const role = 'infohus-coordinator';
const ages = [
  [15, 3],
  [17, 5],
  [19, 8],
  [22, 8],
  [26, 5],
  [34, 3],
] as const;
const concerns = [
  ['militant-islamism', 60],
  ['right-wing-extremism', 20],
  ['left-wing-extremism', 8],
  ['other-extremism', 12],
] as const;
const sources = [
  ['school', 30],
  ['social-services', 22],
  ['police', 18],
  ['prison-service', 8],
  ['relative', 10],
  ['citizen', 6],
  ['anonymous', 6],
] as const;
const otherOutcomes = [
  ['unfounded', 12],
  ['talk', 12],
  ['monitor', 6],
  ['other-authority', 5],
] as const;

/** From 14 of these enquiries an intervention follows; the rest are assessed otherwise. */
const groups = {
  /** For the three interventions that go on in 2018; the enquiries themselves count in 2017. */
  earlier: { first: 1, last: 3, from: '2017-04-01', to: '2017-09-30' },
  'within-2018': { first: 4, last: 50, from: '2018-01-02', to: '2018-10-31' },
  'received-2017': { first: 51, last: 55, from: '2017-12-04', to: '2017-12-28' },
  'assessed-2019': { first: 56, last: 58, from: '2018-12-10', to: '2018-12-28' },
  void: { first: 59, last: 60, from: '2018-03-01', to: '2018-09-30' },
} as const;
type Group = keyof typeof groups;

/**
 * Of 2018: 47 enquiries received and assessed, 5 received in December 2017 and assessed in 2018: 52.
 * Besides, 3 assessed in January 2019 and 2 void. Interventions for 11 persons of enquiries of 2018,
 * 2 of whom have two, and for 3 who go on from 2017: 14 persons.
 */
export function infohus(random: Random): DemoStory[] {
  const enquiries = (Object.keys(groups) as Group[]).flatMap((group) => {
    const { first, last, from, to } = groups[group];
    return Array.from({ length: last - first + 1 }, (_, at) =>
      enquiry(random, group, first + at, dayBetween(random, from, to)),
    );
  });
  const interventions = Array.from({ length: 14 }, (_, at) => intervention(random, at + 1));
  const seconds = [4, 5].map((who) => ({
    ...intervention(random, who, 'resocialising'),
    name: `second-intervention-${String(who)}`,
  }));
  return [...enquiries, ...interventions, ...seconds];
}

function enquiry(random: Random, group: Group, number: number, on: Day): DemoStory {
  const subject = `person-${String(number)}`;
  const outcome = number <= 14 ? 'intervention' : random.pick(otherOutcomes);
  // One in ten names nobody; the interventions are for somebody.
  const subjects = number > 14 && number % 10 === 0 ? [] : [subject];
  const assessedOn =
    group === 'received-2017' || group === 'assessed-2019' ? inJanuary(on) : soon();
  const handled =
    group === 'received-2017' && number === 55
      ? [then(assessedOn, 'clear', { clearance: 'police-only' })]
      : [
          then(addDays(on, 1), 'clear', { clearance: 'can-be-handled' }),
          then(assessedOn, 'assess', { outcome }),
        ];
  const voided = [then(addDays(assessedOn, 1), 'void', { reason: 'duplicate-entry' })];
  return {
    ...{ programme: 'infohus', path: 'enquiries', role, name: `enquiry-${String(number)}` },
    begin: {
      on,
      body: {
        ...{ subjects, source: random.pick(sources), concern: random.pick(concerns) },
        ...{ district: random.pick(districtsByWeight) },
        description: 'Opdigtet henvendelse til demonstration.',
      },
    },
    persons: { [subject]: demoPerson(random, number, on, random.pick(ages)) },
    acts: [...handled, ...(group === 'void' ? voided : [])],
  };

  function soon(): Day {
    return addDays(on, random.whole(3, 16));
  }

  function inJanuary(received: Day): Day {
    return day(received < '2018-01-01' ? '2018-01-16' : '2019-01-15');
  }
}

/** The first three began in 2017 and go on into 2018. */
function intervention(random: Random, who: number, kind = 'preventive'): DemoStory {
  const subject = `person-${String(who)}`;
  const startedOn =
    who <= 3
      ? dayBetween(random, '2017-10-20', '2017-12-15')
      : dayBetween(random, '2018-11-20', '2018-12-20');
  const endsOn = who <= 3 ? dayBetween(random, '2018-02-01', '2018-11-30') : undefined;
  return {
    ...{ programme: 'infohus', path: 'interventions', role },
    begin: {
      on: addDays(startedOn, -2),
      body: {
        ...{ enquiry: `enquiry-${String(who)}`, subject, district: random.pick(districtsByWeight) },
        ...{ kind, party: random.pick(runBy) },
      },
    },
    acts: [
      then(addDays(startedOn, -1), 'record-consent'),
      then(startedOn, 'start', { subject, reviewOn: addDays(startedOn, 90) }),
      ...(endsOn ? [then(endsOn, 'end', { reason: 'goals-met' })] : []),
    ],
  };
}

const runBy = [
  ['municipality', 8],
  ['police', 1],
  ['prison-service', 3],
] as const;
