import type { RecordedEvent } from '@sikkerby/kernel';
import { dossiersOf, type Dossier } from './plain-dossiers.js';
import { personsOf } from './plain-persons.js';
import { plainMeasures } from './plain-measures.js';
import type { Counted } from './plain-spans.js';

/** A figure with its rows by split and code. */
export interface PlainFigure {
  readonly value: number;
  readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface Candidate extends Counted {
  /** The last day in the year on which it was so. */
  readonly day: string;
  readonly lent: boolean;
  readonly stream: string;
}

/**
 * What a measure comes to in a year, straight from the events by the rules of counting: slow, plain
 * and without the facts, to be held against them. Undefined for a measure that it does not know.
 */
export function plainCount(
  log: readonly RecordedEvent[],
  id: string,
  year: number,
): PlainFigure | undefined {
  const measure = plainMeasures[id];
  if (!measure) return undefined;
  const own = log.filter(({ type }) => type.startsWith(`${id.slice(0, id.indexOf('.'))}.`));
  const dossiers = dossiersOf(own);
  const samePerson = personsOf(own);
  const things = new Map<string, Candidate[]>();
  for (const dossier of dossiers.values()) {
    const survivor = survivorOf(dossier, dossiers);
    // R5 and R6: what is void counts nowhere, nor does what was merged into it.
    if (dossier.isVoid || survivor.isVoid) continue;
    for (const counted of measure.of(dossier, year)) {
      const day = lastDay(counted, dossier, year);
      if (day === undefined) continue;
      const name = measure.distinct(survivor, counted);
      const thing = measure.isOfPersons ? samePerson(name) : name;
      const candidate = { ...counted, day, lent: dossier !== survivor, stream: dossier.stream };
      things.set(thing, [...(things.get(thing) ?? []), candidate]);
    }
  }
  return added([...things.values()], measure.splits, measure.isSum === true);
}

function survivorOf(dossier: Dossier, all: ReadonlyMap<string, Dossier>): Dossier {
  if (dossier.into === undefined) return dossier;
  const stream = dossier.stream.replace(dossier.id, dossier.into);
  const next = all.get(stream);
  return next ? survivorOf(next, all) : dossier;
}

/** R1, R3: a day of the year, the last of them. A duplicate's open days end with the merge. */
function lastDay({ from, to }: Counted, dossier: Dossier, year: number): string | undefined {
  const [first, last] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const merged = dossier.mergedOn > from ? dossier.mergedOn : from;
  const end = to ?? (dossier.into === undefined ? last : merged);
  if (from > last || end < first) return undefined;
  return end < last ? end : last;
}

/** R10: the last active day describes it; the unit's own before what a duplicate lends; then by codes. */
function describedBy(candidates: readonly Candidate[]): Candidate {
  const [best] = [...candidates].sort((one, other) => {
    if (one.day !== other.day) return one.day > other.day ? -1 : 1;
    if (one.lent !== other.lent) return one.lent ? 1 : -1;
    if (one.stream !== other.stream) return one.stream < other.stream ? -1 : 1;
    if (one.from !== other.from) return one.from > other.from ? -1 : 1;
    return inOrder(one.codes) < inOrder(other.codes) ? -1 : 1;
  });
  if (!best) throw new Error('a thing counts because of something');
  return best;
}

/** As the database writes codes: short names first, names of one length by their letters. */
function inOrder(codes: Counted['codes']): string {
  const names = Object.keys(codes).sort((one, other) => {
    if (one.length !== other.length) return one.length - other.length;
    return one < other ? -1 : 1;
  });
  return JSON.stringify(names.map((name) => [name, codes[name]]));
}

/** R16: in the row of its last code, or of every code that it had. */
function added(
  things: readonly (readonly Candidate[])[],
  splits: Readonly<Record<string, 'last' | 'every'>>,
  isSum: boolean,
): PlainFigure {
  const amount = ({ quantity = 1 }: Counted) => (isSum ? quantity : 1);
  let value = 0;
  const rows: Record<string, Record<string, number>> = Object.fromEntries(
    Object.keys(splits).map((by) => [by, {}]),
  );
  for (const candidates of things) {
    const best = describedBy(candidates);
    value += amount(best);
    for (const [by, which] of Object.entries(splits)) {
      const told = which === 'every' ? candidates : [best];
      const codes = new Set(told.flatMap((one) => codesOf(one, by)));
      const row = rows[by] ?? {};
      for (const code of codes) row[code] = (row[code] ?? 0) + amount(best);
    }
  }
  return { value, rows };
}

function codesOf({ codes }: Counted, by: string): string[] {
  const code = codes[by];
  if (code === undefined) return ['unknown'];
  return Array.isArray(code) ? code.map(String) : [`${code as string | number}`];
}
