/** What an event says, by field: read field by field, so that nothing is taken over from the rules. */
export type Said = Readonly<Record<string, unknown>>;

/** A text, where it is one. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list, none where there is no list. */
export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
