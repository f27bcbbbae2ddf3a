import { factsProjection } from '@sikkerby/statistics/facts';
import { type Measure, type Words } from '@sikkerby/statistics';
import { byCode, byDistrict, onDay, unitFacts, type Told } from '@sikkerby/case-kit/facts';
import { dialogueCourse, type Course } from './dialogue-course.js';
import { dialogueActivity, dialogueTraining, type Meeting } from './dialogue.js';

/** What was held is a fact of its day, with how many came; a course one of its first session. */
export const dialogueFacts = factsProjection({
  programme: 'dialogue',
  version: 2,
  units: [
    unitFacts<Meeting>(dialogueActivity, (unit) => held('dialogue.activity-held', unit)),
    unitFacts<Meeting>(dialogueTraining, (unit) => held('dialogue.training-held', unit)),
    unitFacts<Course>(dialogueCourse, ({ sessions: [first], district, grade, pupils }) =>
      first
        ? [
            {
              kind: 'dialogue.course-held',
              ...{ ...onDay(first), district, quantity: pupils },
              codes: { grade: String(grade) },
            },
          ]
        : [],
    ),
  ],
});

function held(fact: string, { heldOn, participants = 0, ...unit }: Meeting): Told[] {
  if (unit.status !== 'held' || !heldOn) return [];
  const { kind, district, precision = 'estimated' } = unit;
  const codes = { kind, precision };
  return [{ kind: fact, ...onDay(heldOn), district, codes, quantity: participants }];
}

const byPrecision = byCode(
  'precision',
  { da: 'Opgørelse', en: 'How it is known' },
  {
    counted: { da: 'Optalt', en: 'Counted' },
    estimated: { da: 'Anslået', en: 'Estimated' },
  },
);
const byKind = (title: Words, names: Readonly<Record<string, Words>>) =>
  byCode('kind', title, names);

export const dialogueMeasures: readonly Measure[] = [
  {
    id: 'dialogue.attendances',
    version: 1,
    kind: 'dialogue.activity-held',
    distinct: 'unit',
    sum: true,
    precision: 'about',
    where: {},
    breakdowns: [
      byDistrict,
      byPrecision,
      byKind(
        { da: 'Art', en: 'Kind' },
        {
          debate: { da: 'Debatter', en: 'Debates' },
          workshop: { da: 'Workshopper', en: 'Workshops' },
          'parents-evening': { da: 'Forældreaftener', en: 'Parents’ evenings' },
          performance: { da: 'Forestillinger', en: 'Performances' },
        },
      ),
    ],
    unit: { da: 'fremmøder', en: 'attendances' },
    title: { da: 'Fremmøder ved dialogaktiviteter', en: 'Attendances at dialogue activities' },
    description: {
      da: 'Fremmøder ved dialogaktiviteter holdt i året, optalt eller anslået. Fodnote: strategien skriver københavnere; den, der kom to gange, tæller to gange. Ikke: elever på forløb og fagpersoner.',
      en: 'Attendances at dialogue activities held in the year, counted or estimated. Footnote: the strategy says Copenhageners; whoever came twice counts twice. Not: pupils of courses, and professionals.',
    },
    printed: { year: 2018, figure: 1400 },
  },
  {
    id: 'dialogue.pupils',
    version: 1,
    kind: 'dialogue.course-held',
    distinct: 'unit',
    sum: true,
    where: {},
    breakdowns: [byDistrict, byCode('grade', { da: 'Klassetrin', en: 'Grade' }, {})],
    unit: { da: 'elever', en: 'pupils' },
    title: {
      da: 'Elever på undervisningsforløb om medborgerskab',
      en: 'Pupils in courses on citizenship',
    },
    description: {
      da: 'Elever i hver klasse og hvert forløb, hvis første gang var i året. Ikke: senere gange af samme forløb.',
      en: 'Pupils of each class and course whose first session was in the year. Not: later sessions of the same course.',
    },
    printed: { year: 2018, figure: 700 },
  },
  {
    id: 'dialogue.training-attendances',
    version: 1,
    kind: 'dialogue.training-held',
    distinct: 'unit',
    sum: true,
    precision: 'about',
    where: {},
    breakdowns: [
      byDistrict,
      byPrecision,
      byKind(
        { da: 'Faggruppe', en: 'Profession' },
        {
          teachers: { da: 'Lærere', en: 'Teachers' },
          'social-workers': { da: 'Socialrådgivere', en: 'Social workers' },
          'club-staff': { da: 'Klubmedarbejdere', en: 'Club staff' },
          'health-staff': { da: 'Sundhedspersonale', en: 'Health staff' },
        },
      ),
    ],
    unit: { da: 'fremmøder', en: 'attendances' },
    title: { da: 'Fagpersoners fremmøder', en: 'Attendances of professionals' },
    description: {
      da: 'Fremmøder ved rådgivning og kurser for fagpersoner i året; de tæller ikke blandt dialogaktiviteterne.',
      en: 'Attendances at trainings of professionals in the year; they do not count among the dialogue activities.',
    },
  },
];
