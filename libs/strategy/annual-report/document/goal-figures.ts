import type { Plain } from '@sikkerby/http';
import { compare } from '../../decimal.js';
import { unsafeLimit } from '../../goals/assess.js';
import type { GoalStatusAnswer, KnownFigureAnswer } from '../../goals/goals.answers.js';
import { surveyDistricts } from '../../goals/series.js';
import { aboutIn, numberIn, type Language } from './language.js';

export type Goal = Plain<GoalStatusAnswer>;
export type Figure = Plain<KnownFigureAnswer>;

/** A figure as it is read: with what is not exact told so. */
export function figureIn(
  language: Language,
  { value, precision }: Pick<Figure, 'value' | 'precision'>,
): string {
  const number = numberIn(language, value);
  return precision === 'about' ? aboutIn(language, number) : number;
}

/** The goal’s own curve: where it is counted from the districts, the count of each year. */
export function ownFigures({ figures }: Goal): readonly Figure[] {
  const others = ['other-large-cities', 'survey-district'];
  const told = figures.filter(({ geography }) => !others.includes(geography));
  const counted = [...new Set(figures.map(({ period }) => period))].flatMap((period): Figure[] => {
    const districts = districtsOf(figures, period);
    if (districts.length < surveyDistricts.length) return [];
    const over = districts.filter(({ value }) => compare(value, unsafeLimit) > 0).length;
    const [one] = districts;
    return one ? [{ ...one, geography: 'city', value: String(over) }] : [];
  });
  const isCounted = ({ period }: Figure) => counted.some((one) => one.period === period);
  return [...told.filter((one) => !isCounted(one)), ...counted].toSorted(byPeriod);
}

/** The earlier first. */
export const byPeriod = (one: Figure, other: Figure) => (one.period < other.period ? -1 : 1);

export function districtsOf(figures: readonly Figure[], period: string): Figure[] {
  return figures.filter((one) => one.geography === 'survey-district' && one.period === period);
}

export function othersIn({ figures }: Goal): Figure[] {
  return figures.filter(({ geography }) => geography === 'other-large-cities');
}
