import { counted, type UnitState } from '@sikkerby/case-kit';
import { yearSpan } from '@sikkerby/kernel';
import { namesOf, type MeasuresOf, type Names, factsProjection } from '@sikkerby/statistics/facts';
import { principleCodes, principles } from '../principles.js';
import { effects, fundedEffort, type Effect, type Effort } from './effort.js';

/** Financed on its days, and followed up for each year of which the effect was said. */
export const fundedEffortFacts = factsProjection({
  programme: 'funded-effort',
  version: 1,
  units: [
    {
      initial: fundedEffort.initialState,
      evolve: fundedEffort.evolve,
      factsOf: (state: UnitState<Effort>) => {
        const effort = counted(state);
        return effort ? factsOf(effort) : [];
      },
      linksOf: () => [],
    },
  ],
});

function factsOf({ beganOn, endedOn, principles: supported, ...is }: Effort) {
  const codes = { organisation: is.organisation, principle: supported };
  return [
    {
      kind: 'funded-effort.financed',
      validFrom: beganOn,
      validTo: endedOn ?? null,
      codes,
    } as const,
    ...is.followUps.map(({ year, effect }) => {
      const { from, to } = yearSpan(year);
      return {
        kind: 'funded-effort.followed-up',
        validFrom: from,
        validTo: to,
        codes: { ...codes, effect },
      } as const;
    }),
  ];
}

const efforts = {
  version: 1,
  distinct: 'unit',
  where: {},
  unit: { da: 'indsatser', en: 'efforts' },
} as const;

const byPrinciple = {
  by: 'principle',
  title: { da: 'Princip', en: 'Principle' },
  additive: false,
  every: true,
  names: namesOf(principleCodes, (code) => principles[code].title),
} as const;

export const effectNames: Names<Effect> = {
  positive: { da: 'positiv effekt', en: 'a positive effect' },
  none: { da: 'ingen effekt', en: 'no effect' },
  negative: { da: 'negativ effekt', en: 'a negative effect' },
  'too-early-to-say': { da: 'for tidligt at sige', en: 'too early to say' },
};

export const fundedEffortMeasures: MeasuresOf<typeof fundedEffortFacts> = [
  {
    ...efforts,
    id: 'funded-effort.due',
    kind: 'funded-effort.financed',
    breakdowns: [byPrinciple],
    title: {
      da: 'Indsatser, hvis effekt skal følges op',
      en: 'Efforts whose effect is to be followed up',
    },
    description: {
      da: 'Indsatser, der mindst en dag i året blev finansieret af strategien.',
      en: 'Efforts that the strategy financed on at least a day of the year.',
    },
  },
  {
    ...efforts,
    id: 'funded-effort.followed-up',
    kind: 'funded-effort.followed-up',
    breakdowns: [
      byPrinciple,
      {
        by: 'effect',
        title: { da: 'Effekt', en: 'Effect' },
        additive: true,
        names: namesOf(effects, (effect) => effectNames[effect]),
      },
    ],
    title: { da: 'Indsatser, hvis effekt er fulgt op', en: 'Efforts whose effect was followed up' },
    description: {
      da: 'Indsatser med en effektopfølgning om året, uanset hvornår den blev registreret; andelen er af funded-effort.due.',
      en: 'Efforts with a follow-up about the year, whenever it was recorded; the share is of funded-effort.due.',
    },
  },
];
