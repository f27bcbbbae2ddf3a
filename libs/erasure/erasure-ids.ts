import { hash } from 'node:crypto';

/** The id of the stream of somebody's erasure. */
export function erasureId(programme: string, subject: string): string {
  return uuidOf(['erasure', programme, subject]);
}

/** The id of the stream of a programme's retention rule. */
export function retentionId(programme: string): string {
  return uuidOf(['retention', programme]);
}

function uuidOf(names: readonly string[]): string {
  const hex = hash('sha256', JSON.stringify(names), 'hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
