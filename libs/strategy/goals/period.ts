import { day, yearSpan, type Day } from '@sikkerby/kernel';

/** What a figure was measured over: a year, `2017`, or a quarter of one, `2017-Q1`. */
export type Period = string;

const form = /^(20[0-4]\d)(?:-Q([1-4]))?$/;

export function isPeriod(text: unknown): text is Period {
  return typeof text === 'string' && form.test(text);
}

export function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** As it is read: `1. kvartal 2017`. */
export function periodIn(language: 'da' | 'en', period: Period): string {
  const [year = '', quarter] = period.split('-Q');
  if (quarter === undefined) return year;
  return language === 'da' ? `${quarter}. kvartal ${year}` : `Q${quarter} ${year}`;
}

/** The first day of it. */
export function startOf(period: Period): Day {
  const quarter = Number(form.exec(period)?.[2] ?? 1);
  if (quarter === 1) return yearSpan(yearOf(period)).from;
  const month = String(quarter * 3 - 2).padStart(2, '0');
  return day(`${String(yearOf(period))}-${month}-01`);
}

/** The later of two of one year is the one that ends later; a whole year ends with its last quarter. */
export function endsLater(one: Period, other: Period): boolean {
  return endOf(one) > endOf(other);
}

function endOf(period: Period): string {
  return form.exec(period)?.[2] === undefined ? `${period}-Q4~` : period;
}
