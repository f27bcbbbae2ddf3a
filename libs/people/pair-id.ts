import { hash } from 'node:crypto';

/** The id of two records' pair: the same, whichever is named first. */
export function pairId(programme: string, one: string, other: string): string {
  const hex = hash('sha256', JSON.stringify([programme, ...[one, other].sort()]), 'hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}
