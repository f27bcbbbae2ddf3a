import { compare, minus } from '../decimal.js';
import { courseOf, dataYearOf, falls, onlyTheBaseline, othersOf } from './goal-course.js';
import type { GoalDefinition, RuleName } from './definitions.js';
import {
  danish,
  exact,
  latestIn,
  NotAssessable,
  type Evidence,
  type KnownFigure,
  type Say,
  type Sentence,
} from './evidence.js';
import { periodIn, yearOf } from './period.js';
import type { Judgement } from './police-judgement.js';
import { units } from './series.js';

export const statuses = ['met', 'partly-met', 'not-met', 'not-assessable'] as const;
export type Status = (typeof statuses)[number];

/** How a goal stands in a reporting year, and by what. */
export interface Assessed {
  readonly status: Status;
  readonly trace: readonly Sentence[];
}

type Rule = (definition: GoalDefinition, evidence: Evidence, say: Say) => Status;

/** By the goal's rule and nothing else: the same evidence gives the same status and trace. */
export function assess(definition: GoalDefinition, evidence: Evidence): Assessed {
  const trace: Sentence[] = [];
  const say: Say = ({ da, en }, ...figures) => {
    trace.push({ da, en, observations: figures.map(({ id }) => id) });
  };
  try {
    return { status: byRule[definition.rule](definition, evidence, say), trace };
  } catch (missing) {
    if (!(missing instanceof NotAssessable)) throw missing;
    say(missing.words, ...missing.figures);
    return { status: 'not-assessable', trace };
  }
}

const atMostAndFalling: Rule = (definition, evidence, say) => {
  const figures = courseOf(definition, evidence);
  const isFalling = falls(definition, figures, say);
  const { year, atMost = '0' } = definition.target;
  const now = figures.at(-1) ?? figures[0];
  const isReached = compare(now.value, atMost) <= 0;
  const [da, en] = isReached ? ['højst', 'at most'] : ['mere end', 'more than'];
  const unit = units[definition.unit];
  say(
    {
      da: `${periodIn('da', now.period)}: ${danish(now.value)} er ${da} målet for ${String(year)}, ${danish(atMost)} ${unit.da}.`,
      en: `${periodIn('en', now.period)}: ${now.value} is ${en} the target for ${String(year)}, ${atMost} ${unit.en}.`,
    },
    now,
  );
  return bothOrOne(isReached, isFalling);
};

const fallingAndCloser: Rule = (definition, evidence, say) => {
  const { series, baseline } = definition;
  const figures = courseOf(definition, evidence);
  const others = othersOf(definition);
  const dataYear = dataYearOf(definition, evidence);
  const found = latestIn(evidence, dataYear, { series, geography: others.code });
  const theirs = exact(found, dataYear, others.words);
  const isFalling = falls(definition, figures, say);
  const ours = figures.at(-1) ?? figures[0];
  const gap = minus(ours.value, theirs.value);
  const before = minus(baseline.value, baseline.others ?? '0');
  const isCloser = compare(gap, before) < 0;
  const [da, en] = isCloser ? ['mindre', 'smaller'] : ['ikke mindre', 'not smaller'];
  say(
    {
      da: `${periodIn('da', ours.period)}: afstanden til ${others.words.da} er ${danish(gap)} procentpoint (${danish(ours.value)} mod ${danish(theirs.value)}), ${da} end de ${danish(before)} i ${periodIn('da', baseline.period)}.`,
      en: `${periodIn('en', ours.period)}: the gap to ${others.words.en} is ${gap} percentage points (${ours.value} against ${theirs.value}), ${en} than the ${before} of ${periodIn('en', baseline.period)}.`,
    },
    ours,
    theirs,
  );
  return bothOrOne(isFalling, isCloser);
};

const judged: Readonly<Record<Judgement, readonly [da: string, en: string]>> = {
  positive: ['positiv', 'positive'],
  unchanged: ['uændret', 'unchanged'],
  negative: ['negativ', 'negative'],
};

const fallingAndJudgedPositive: Rule = (definition, evidence, say) => {
  const year = String(evidence.year);
  const isFalling = falls(definition, courseOf(definition, evidence), say);
  const judgement = evidence.judgements.find((one) => one.year === evidence.year);
  if (!judgement) {
    throw new NotAssessable({
      da: `Københavns Politi har ikke vurderet udviklingen i ${year}.`,
      en: `Copenhagen Police have not judged the development in ${year}.`,
    });
  }
  const [da, en] = judged[judgement.judgement];
  say(
    {
      da: `Københavns Politi vurderer udviklingen i ${year} som ${da}.`,
      en: `Copenhagen Police judge the development in ${year} as ${en}.`,
    },
    judgement,
  );
  return bothOrOne(isFalling, judgement.judgement === 'positive');
};

/** More than this share of a district is unsafe: not exactly this. */
export const unsafeLimit = '10';

const noDistrictOver: Rule = (definition, evidence, say) => {
  const dataYear = dataYearOf(definition, evidence);
  if (dataYear === yearOf(definition.baseline.period)) throw onlyTheBaseline(definition);
  const { count, figures } = districtsOver(definition, evidence, dataYear, say);
  const before = definition.baseline.value;
  const [da, en] = count === '1' ? ['bydel', 'district'] : ['bydele', 'districts'];
  say(
    {
      da: `${String(dataYear)}: ${count} ${da} med mere end ${unsafeLimit} procent utrygge mod ${before} i ${periodIn('da', definition.baseline.period)}; målet er 0.`,
      en: `${String(dataYear)}: ${count} ${en} with more than ${unsafeLimit} per cent unsafe against ${before} in ${periodIn('en', definition.baseline.period)}; the target is 0.`,
    },
    ...figures,
  );
  if (compare(count, '0') === 0) return 'met';
  return compare(count, before) < 0 ? 'partly-met' : 'not-met';
};

/** Counted from each district's figure, or as it was told where no district's is known. */
function districtsOver(
  { series, geography, indicator }: GoalDefinition,
  evidence: Evidence,
  dataYear: number,
  say: Say,
): { readonly count: string; readonly figures: readonly KnownFigure[] } {
  const found = evidence.districts.map(({ code, title }) => {
    const of = { series: 'unsafe-in-neighbourhood', geography: 'survey-district' } as const;
    return { title, figure: latestIn(evidence, dataYear, { ...of, district: code }) };
  });
  if (found.every(({ figure }) => figure === undefined)) {
    const told = exact(latestIn(evidence, dataYear, { series, geography }), dataYear, indicator);
    return { count: told.value, figures: [told] };
  }
  const over = found.flatMap(({ title, figure }) => {
    const known = exact(figure, dataYear, title);
    if (compare(known.value, unsafeLimit) <= 0) return [];
    say(
      {
        da: `${title.da}: ${danish(known.value)} procent er mere end ${unsafeLimit}.`,
        en: `${title.en}: ${known.value} per cent is more than ${unsafeLimit}.`,
      },
      known,
    );
    return [known];
  });
  return { count: String(over.length), figures: over };
}

function bothOrOne(one: boolean, other: boolean): Status {
  if (one && other) return 'met';
  return one || other ? 'partly-met' : 'not-met';
}

const byRule: Readonly<Record<RuleName, Rule>> = {
  'at-most-and-falling.v1': atMostAndFalling,
  'falling-and-closer-to-others.v1': fallingAndCloser,
  'falling-and-judged-positive.v1': fallingAndJudgedPositive,
  'no-district-over.v1': noDistrictOver,
};
