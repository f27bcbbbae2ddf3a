/** A calendar day in Europe/Copenhagen, `YYYY-MM-DD`. Days compare as text. */
export type Day = string & { readonly day: unique symbol };

const form = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists: `2017-02-30` does not. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !form.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The day that the text names; throws a RangeError when there is no such day. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError('not a calendar day of the form YYYY-MM-DD');
  return text;
}

/** A day that follows from others: by its making it has the form, and is not looked at again. */
function computed(text: string): Day {
  return text as Day;
}

const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** The calendar day in Copenhagen at an instant: 2017-12-31T23:30Z is 2018-01-01 (rule R1). */
export function dayInCopenhagen(instant: Date): Day {
  return computed(copenhagen.format(instant));
}

/** The day that many days later (earlier when negative). */
export function addDays(from: Day, days: number): Day {
  const instant = new Date(`${from}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return computed(instant.toISOString().slice(0, 10));
}

/** The same day of the month that many months later, or the month's last where it has no such day. */
export function addMonths(from: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return computed(lastOfMonth.toISOString().slice(0, 10));
}

/** Whole years lived on a day by somebody born on another; 29 February has its birthday on 1 March. */
export function ageOn(born: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

/** 1 January and 31 December of a year. */
export function yearSpan(year: number): { from: Day; to: Day } {
  const text = String(year).padStart(4, '0');
  return { from: computed(`${text}-01-01`), to: computed(`${text}-12-31`) };
}
