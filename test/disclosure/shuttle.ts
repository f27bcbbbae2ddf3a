import type { Interval } from '@sikkerby/disclosure';
import { Bounds, factOf, roof, type Fact } from './facts.js';
import { keyOf, shape, type Margin, type Published } from './synthetic-years.js';

/** Every margin of the four dimensions, published or not. */
const margins = shape.reduce<Margin[]>(
  (before, length) =>
    before.flatMap((codes) => Array.from({ length: length + 1 }, (_, at) => [...codes, at - 1])),
  [[]],
);
const numberOf = new Map(margins.map((margin, at) => [keyOf(margin), at]));

/** Each total is the sum of what it is the total of, along each dimension. */
const equations: Fact[] = margins.flatMap((total, at) =>
  total.flatMap((code, dimension) => {
    if (code >= 0) return [];
    const parts = Array.from({ length: shape[dimension] ?? 0 }, (_, part) =>
      numberFor(total.with(dimension, part)),
    );
    return [factOf({ plus: parts, minus: [at] }, 0, 0)];
  }),
);

/**
 * What pencil and paper find of the hidden cells of one year: totals less the other cells, over all
 * margins and back, until nothing more is found. Never narrower than what is true, by no program.
 */
export function shuttle(
  year: readonly Published[],
  hidden: ReadonlySet<string>,
): Map<string, Interval> {
  const bounds = Bounds.of(margins.length);
  for (const { key, margin, value } of year) {
    const at = numberFor(margin);
    bounds.low[at] = hidden.has(key) ? 1 : value;
    bounds.high[at] = hidden.has(key) ? roof : value;
  }
  if (!bounds.drawIn(equations)) throw new RangeError('what is published contradicts itself');
  const ranges = year
    .filter(({ key }) => hidden.has(key))
    .map(({ key, margin }) => {
      const at = numberFor(margin);
      return [key, { low: bounds.low[at] ?? 0, high: bounds.high[at] ?? 0 }] as const;
    });
  return new Map(ranges);
}

function numberFor(margin: Margin): number {
  const found = numberOf.get(keyOf(margin));
  if (found === undefined) throw new RangeError('no such margin');
  return found;
}
