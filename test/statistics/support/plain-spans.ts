import type { Dossier, Stretch } from './plain-dossiers.js';

/** Something that counts, as it was on those days. */
export interface Counted extends Stretch {
  readonly codes: Readonly<Record<string, unknown>>;
  readonly quantity?: number;
}

export interface PlainMeasure {
  /** What of the unit counts in the year. */
  readonly of: (dossier: Dossier, year: number) => readonly Counted[];
  /** What counts once, of the unit that stays. */
  readonly distinct: (survivor: Dossier, counted: Counted) => string;
  readonly isOfPersons?: true;
  readonly isSum?: true;
  readonly splits: Readonly<Record<string, 'last' | 'every'>>;
}

export const unit = ({ id }: Dossier) => id;
export const person = ({ told }: Dossier) => String(told.subject);
export const code =
  (name: string) =>
  (_: Dossier, { codes }: Counted) =>
    String(codes[name]);
export const ofPersons = { distinct: person, isOfPersons: true } as const;
export const district = { district: 'last' } as const;
export const aboutPersons = { ...district, ageBand: 'last', gender: 'last' } as const;

/** Its day, if there is one. */
export function on(day: unknown, codes: Counted['codes'], quantity = 1): Counted[] {
  return typeof day === 'string' ? [{ from: day, to: day, codes, quantity }] : [];
}

/** `18-20` of an age between 18 and 20; the last band is open. */
export function band(age: unknown, ...starts: number[]): string {
  const at = starts.findLastIndex((start) => Number(age) >= start);
  const [from, next] = [starts[at], starts[at + 1]];
  if (from === undefined) return 'other';
  return next === undefined ? String(from) : `${String(from)}-${String(next - 1)}`;
}
export const adult = (age: unknown) => band(age, 0, 18, 21, 25, 30);
export const sorts =
  (...wanted: string[]) =>
  (found: (dossier: Dossier, year: number) => readonly Counted[]) =>
  (dossier: Dossier, year: number) =>
    wanted.includes(dossier.sort) ? found(dossier, year) : [];

export const during = (
  sort: string,
  codes: (told: Dossier['told'], dossier: Dossier) => Counted['codes'],
) =>
  sorts(sort)((dossier) =>
    dossier.stretches.map((stretch) => ({ ...stretch, codes: codes(dossier.told, dossier) })),
  );
