import type { DemoStory } from './demo-story.js';
import { exitProgramme } from './exit-programme.js';
import { financialReview } from './financial-review.js';
import { Random } from './random.js';
import { safetyLift } from './safety-lift.js';
import { sspStories } from './ssp-2017.js';

const programmes: readonly ((random: Random) => DemoStory[])[] = [
  sspStories,
  exitProgramme,
  financialReview,
  safetyLift,
];

/**
 * What every programme recorded in the years whose figures the strategy prints. Each programme draws
 * from a seed of its own, so that one more changes no other.
 */
export function goldenYears(): DemoStory[] {
  return programmes.flatMap((stories) => stories(new Random(2017)));
}
