import type { LinkNow } from '../facts/fact.js';

/**
 * Under which name each linked thing counts. A merged unit counts under the unit at the end of its
 * chain of merges; two units merged into each other count under the one with the smaller id. Linked
 * persons are one person, under the smallest id among them. What is not linked is not in the map.
 */
export function standsUnder(links: readonly LinkNow[]): Map<string, string> {
  const groups = new Map<string, string>();
  const headOf = (name: string): string => {
    for (let above = groups.get(name); above !== undefined; above = groups.get(name)) name = above;
    return name;
  };
  for (const { kind, from, to } of [...links].sort(byNames)) {
    const [one, other] = [headOf(from), headOf(to)];
    if (one === other) continue;
    const [under, head] = kind === 'person' && one < other ? [other, one] : [one, other];
    groups.set(under, head);
  }
  return new Map([...groups.keys()].map((name) => [name, headOf(name)]));
}

/** The larger id first, so that of a ring of merges the smallest id is left as the head. */
function byNames(one: LinkNow, other: LinkNow): number {
  if (one.from !== other.from) return one.from < other.from ? 1 : -1;
  return one.to < other.to ? 1 : -1;
}
