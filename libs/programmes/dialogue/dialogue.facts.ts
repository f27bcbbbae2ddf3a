import { byCode, byDistrict, onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { type MeasuresOf, factsProjection } from '@sikkerby/statistics/facts';
import { dialogueCourse } from './dialogue-course.js';
import {
  dialogueActivity,
  dialogueTraining,
  type ActivityKind,
  type Meeting,
  type Profession,
} from './dialogue.js';

/** What was held is a fact of its day, with how many came; a course one of its first session. */
export const dialogueFacts = factsProjection({
  programme: 'dialogue',
  version: 2,
  units: [
    unitFacts(dialogueActivity, (unit) => held('dialogue.activity-held', unit)),
    unitFacts(dialogueTraining, (unit) => held('dialogue.training-held', unit)),
    unitFacts(dialogueCourse, ({ sessions: [first], district, grade, pupils }) =>
      first
        ? [
            {
              kind: 'dialogue.course-held',
              ...onDay(first),
              district,
              codes: { grade: String(grade) },
              quantity: pupils,
            },
          ]
        : [],
    ),
  ],
});

function held<Fact extends string, What extends ActivityKind | Profession>(
  fact: Fact,
  { status, heldOn, district, kind, precision = 'estimated', participants = 0 }: Meeting<What>,
) {
  if (status !== 'held' || !heldOn) return [];
  return [
    {
      kind: fact,
      ...onDay(heldOn),
      district,
      codes: { kind, precision },
      quantity: participants,
    },
  ];
}

const byPrecision = byCode(
  'precision',
  { da: 'Opgørelse', en: 'How it is known' },
  {
    counted: { da: 'Optalt', en: 'Counted' },
    estimated: { da: 'Anslået', en: 'Estimated' },
  },
);

export const dialogueMeasures: MeasuresOf<typeof dialogueFacts> = [
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
      byCode(
        'kind',
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
      byCode(
        'kind',
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
