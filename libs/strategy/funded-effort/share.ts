/** In per cent with one decimal, as text; undefined where nothing is due. */
export function shareOf(followedUp: number, due: number): string | undefined {
  if (due === 0) return undefined;
  const perMille = (BigInt(followedUp) * 2000n + BigInt(due)) / (BigInt(due) * 2n);
  return `${String(perMille / 10n)}.${String(perMille % 10n)}`;
}
