import { threeMonths, type Dossier, type Stretch } from './plain-dossiers.js';
import { homeOf, plainPersonMeasures } from './plain-person-measures.js';
import {
  code,
  district,
  during,
  on,
  sorts,
  unit,
  type Counted,
  type PlainMeasure,
} from './plain-spans.js';
import { textIn, textsIn } from './said.js';

const held = (sort: string, by: string): PlainMeasure => ({
  of: sorts(sort)(({ told }) =>
    on(
      told.heldOn,
      { district: told.district, kind: told.kind, precision: told.precision },
      Number(told.participants),
    ),
  ),
  ...{ distinct: unit, isSum: true, splits: { ...district, precision: 'last', [by]: 'last' } },
});

const lifts = (kind: string): PlainMeasure => ({
  of: sorts('safety-lift.lift-proposed')(({ told }) =>
    told.kind === kind ? on(told.completedOn, { district: told.district, place: told.place }) : [],
  ),
  ...{ distinct: code('place'), splits: district },
});

const bans = (days: (dossier: Dossier, stretch: Stretch) => string | undefined): PlainMeasure => ({
  of: sorts('gathering-ban.ban-warned')((dossier) =>
    dossier.stretches.map((stretch) => {
      const { district: place, premises, repeat } = dossier.told;
      const term = repeat === true ? 'repeat' : 'first';
      return {
        from: stretch.from,
        to: days(dossier, stretch),
        codes: { district: place, premises, term },
      };
    }),
  ),
  ...{ distinct: unit, splits: { ...district, term: 'last', premises: 'last' } },
});

const shifts = (quantity: (told: Dossier['told']) => number): PlainMeasure => ({
  of: sorts('street-outreach.shift-held')(({ told }) =>
    on(told.beganOn, { district: told.district, time: told.time }, quantity(told)),
  ),
  ...{ distinct: unit, isSum: true, splits: { ...district, time: 'last' } },
});

const clubs = (first: string, last: string): PlainMeasure => ({
  of: sorts('youth-club.club-year-begun')(({ told }) => {
    const codes = {
      district: told.district,
      kind: told.kind,
      time: told.times ?? [],
      place: told.club,
    };
    const to = textIn(told[last]) ?? `${String(told.year)}-12-31`;
    return on(told[first], codes).map((one) => ({ ...one, to }));
  }),
  distinct: code('place'),
  splits: { ...district, kind: 'last', ...(last === 'extendedTo' ? { time: 'every' } : {}) },
});

const enquiries = (day: (dossier: Dossier) => unknown) =>
  sorts('infohus.enquiry-received')((dossier) => {
    const { district: place, source, concern, outcome = 'police-only' } = dossier.told;
    return on(day(dossier), { district: place, source, concern, outcome: outcome });
  });
/** Assessed or cleared as police only, whichever came first. */
const handled = ({ told }: Dossier) =>
  [told.assessedOn, told.policeOnlyOn].filter((day) => day !== undefined).sort()[0];

/** Every measure but those of SSP, which `slow-count.ts` counts. */
export const plainMeasures: Readonly<Record<string, PlainMeasure>> = {
  ...plainPersonMeasures,
  'acute-plan.plans-activated': {
    of: sorts('acute-plan.plan-activated')(({ told, stretches: [first] }) =>
      told.kind === 'acute'
        ? on(first?.from, { district: told.district, trigger: told.trigger })
        : [],
    ),
    ...{ distinct: unit, splits: { ...district, trigger: 'last' } },
  },
  'centre-18-plus.anonymous-visits': {
    of: sorts('centre-18-plus.head-count-recorded')(({ told }) =>
      on(
        told.beganOn,
        { district: homeOf(told.centre), centre: told.centre },
        Number(told.visitors),
      ),
    ),
    ...{ distinct: unit, isSum: true, splits: { ...district, centre: 'last' } },
  },
  'dialogue.attendances': held('dialogue.activity-planned', 'kind'),
  'dialogue.training-attendances': held('dialogue.training-planned', 'kind'),
  'dialogue.pupils': {
    of: sorts('dialogue.course-planned')(({ told }) =>
      on(
        textsIn(told.sessions)[0],
        { district: told.district, grade: told.grade },
        Number(told.pupils),
      ),
    ),
    ...{ distinct: unit, isSum: true, splits: { ...district, grade: 'last' } },
  },
  'feriecamp.areas': {
    of: sorts('feriecamp.camp-planned')(({ told }) => (told.kind === 'area' ? campDays(told) : [])),
    ...{ distinct: code('area'), splits: { ...district, holiday: 'every' } },
  },
  'feriecamp.camps': {
    of: sorts('feriecamp.camp-planned')(({ told }) => campDays(told)),
    ...{ distinct: unit, splits: { kind: 'last', holiday: 'last' } },
  },
  'gathering-ban.issued': bans((_, { from }) => from),
  'gathering-ban.in-force': bans((dossier, { to }) => to ?? threeMonths(dossier)),
  'housing-plan.plans': {
    of: during('housing-plan.plan-registered', (told) => ({ district: told.district })),
    ...{ distinct: unit, splits: district },
  },
  'housing-plan.coverage': {
    of: sorts('housing-plan.plan-registered')((dossier) =>
      textsIn(dossier.told.areas).flatMap((area) =>
        dossier.stretches.flatMap(({ from, to }) => covered(dossier, area, from, to)),
      ),
    ),
    ...{ distinct: code('area'), isSum: true, splits: { ...district, area: 'last' } },
  },
  'infohus.enquiries-handled': {
    of: enquiries(handled),
    ...{
      distinct: unit,
      splits: { ...district, concern: 'last', source: 'last', outcome: 'last' },
    },
  },
  'infohus.enquiries-received': {
    of: enquiries(({ stretches: [first] }) => first?.from),
    ...{ distinct: unit, splits: { ...district, concern: 'last', source: 'last' } },
  },
  'safety-lift.places': lifts('lift'),
  'safety-lift.safe-spaces': lifts('safe-space-project'),
  'safety-partnership.areas': {
    of: (dossier, year) =>
      dossier.told.kind === 'local-area'
        ? during('safety-partnership.partnership-established', (told) => ({
            ...{ district: told.district, area: told.area },
          }))(dossier, year)
        : [],
    ...{ distinct: code('area'), splits: district },
  },
  'safety-partnership.activities': {
    of: sorts('safety-partnership.activity-planned')(({ told }) =>
      on(told.heldOn, { district: told.district, kind: told.kind, area: told.area }),
    ),
    ...{ distinct: unit, splits: { ...district, kind: 'last', area: 'last' } },
  },
  'street-outreach.workers': {
    of: sorts('street-outreach.shift-held')(({ told }) =>
      told.employer === 'municipal'
        ? on(told.beganOn, { district: told.district, time: told.time, employee: told.employee })
        : [],
    ),
    ...{ distinct: code('employee'), splits: { ...district, time: 'every' } },
  },
  'street-outreach.contacts': shifts((told) => Number(told.contacts)),
  'street-outreach.bridges': shifts(
    (told) => Number(told.toClub) + Number(told.toAssociation) + Number(told.toLeisureJob),
  ),
  'youth-club.extended': clubs('extendedOn', 'extendedTo'),
  'youth-club.free': clubs('freeOn', 'always'),
  'youth-club.share': {
    of: sorts('youth-club.observation-imported')(({ told }) => [
      {
        ...{ from: `${String(told.year)}-01-01`, to: `${String(told.year)}-12-31`, codes: {} },
        quantity: Number(told.perCent),
      },
    ]),
    ...{ distinct: () => 'the city', isSum: true, splits: {} },
  },
};

function campDays(told: Dossier['told']): Counted[] {
  const days = textsIn(told.heldOn);
  const { district: place, kind, holiday, area } = told;
  return days.flatMap((day) => on(day, { district: place, kind, holiday, area }));
}

/** The residents of an area in each year of which they are known, on the days in force. */
function covered({ told, observed }: Dossier, area: string, from: string, to?: string): Counted[] {
  return [...observed].flatMap(([name, quantity]) => {
    const [of, year = ''] = name.split(' ');
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const [begin, end] = [from > first ? from : first, to !== undefined && to < last ? to : last];
    if (of !== area || begin > end) return [];
    return [{ from: begin, to: end, quantity, codes: { district: told.district, area } }];
  });
}
