import type { DemoStory } from './demo/demo-story.js';

/** The stories that are wanted, and those that these name, as a merge does its survivor; in order. */
export function someStories(
  all: readonly DemoStory[],
  isWanted: (story: DemoStory, index: number) => boolean,
): DemoStory[] {
  const wanted = new Set(all.filter(isWanted));
  for (const story of wanted) {
    const named = namedBy(story);
    for (const other of all) {
      const { name, programme } = other;
      if (programme === story.programme && name !== undefined && named.has(name)) wanted.add(other);
    }
  }
  return all.filter((story) => wanted.has(story));
}

/** Whether it is a duplicate that goes into another. */
export function isMerged({ acts }: DemoStory): boolean {
  return acts.some(({ act }) => act === 'merge-into');
}

function namedBy({ begin, acts }: DemoStory): Set<unknown> {
  const values = [begin, ...acts].flatMap(({ body }) => Object.values(body) as unknown[]);
  return new Set(values.flat());
}
