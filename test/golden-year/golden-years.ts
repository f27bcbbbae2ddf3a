import type { DemoStory } from './demo-story.js';
import { activation } from './activation.js';
import { acutePlan } from './acute-plan.js';
import { centre18Plus } from './centre-18-plus.js';
import { dialogue } from './dialogue.js';
import { exitProgramme } from './exit-programme.js';
import { feriecamp } from './feriecamp.js';
import { financialReview } from './financial-review.js';
import { gatheringBan } from './gathering-ban.js';
import { housingPlan } from './housing-plan.js';
import { infohus } from './infohus.js';
import { leisureGuide } from './leisure-guide.js';
import { leisureJob } from './leisure-job.js';
import { safetyLift } from './safety-lift.js';
import { safetyPartnership } from './safety-partnership.js';
import { streetOutreach } from './street-outreach.js';
import { youthClub } from './youth-club.js';
import { Random } from './random.js';
import { sspStories } from './ssp-2017.js';

const programmes: readonly ((random: Random) => DemoStory[])[] = [
  sspStories,
  activation,
  acutePlan,
  centre18Plus,
  dialogue,
  exitProgramme,
  feriecamp,
  financialReview,
  gatheringBan,
  housingPlan,
  infohus,
  leisureGuide,
  leisureJob,
  safetyLift,
  safetyPartnership,
  streetOutreach,
  youthClub,
];

/**
 * What every programme recorded in the years whose figures the strategy prints. Each programme draws
 * from a seed of its own, so that one more changes no other.
 */
export function goldenYears(): DemoStory[] {
  return programmes.flatMap((stories) => stories(new Random(2017)));
}
