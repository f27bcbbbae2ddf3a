const atLeast = 25;
const oneIn = 50;

/** How many of a month's looks are reviewed: 25 or 2 %, whichever is more, or all if they are fewer. */
export function sampleSize(looks: number): number {
  return Math.min(looks, Math.max(atLeast, Math.ceil(looks / oneIn)));
}

/** A look and the number that it drew. */
export interface Lot {
  readonly look: string;
  /** Of one length each, so that they compare as texts. */
  readonly number: string;
}

/** So many of the lots with the smallest numbers, whatever order the lots come in. */
export function smallest(lots: readonly Lot[], count: number): Lot[] {
  return [...lots].sort((a, b) => (a.number < b.number ? -1 : 1)).slice(0, count);
}
