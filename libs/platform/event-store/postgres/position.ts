import type { Position } from '@sikkerby/kernel';

const digits = 12;

/** Position N stands after exactly N events. */
export function positionOf(count: number | string): Position {
  return String(count).padStart(digits, '0') as Position;
}

export const beginning = positionOf(0);

/** The other way round. @throws RangeError */
export function countAt(position: string): number {
  if (!/^\d{1,12}$/.test(position)) throw new RangeError('a position is a number of events');
  return Number(position);
}
