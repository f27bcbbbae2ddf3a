/** Counts of persons from 1 to below this could point at somebody and are hidden; at least 3 (R13). */
export const threshold = 5;

export function isSmall(count: number): boolean {
  return count > 0 && count < threshold;
}
