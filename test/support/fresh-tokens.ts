const keptFor = 5 * 60_000;

/** A token for each, asked for anew every five minutes: one lasts fifteen, a long test longer. */
export function freshTokens<Whose>(ask: (whose: Whose) => Promise<string>) {
  const kept = new Map<Whose, { readonly token: Promise<string>; readonly until: number }>();
  return (whose: Whose): Promise<string> => {
    const known = kept.get(whose);
    if (known && performance.now() < known.until) return known.token;
    const token = ask(whose);
    kept.set(whose, { token, until: performance.now() + keptFor });
    return token;
  };
}
