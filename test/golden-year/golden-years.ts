import type { DemoStory } from './demo/demo-story.js';
import { activation } from './years/activation-year.js';
import { acutePlan } from './years/acute-plan-year.js';
import { centre18Plus } from './years/centre-18-plus-year.js';
import { dialogue } from './years/dialogue-year.js';
import { exitProgramme } from './years/exit-programme-year.js';
import { feriecamp } from './years/feriecamp-year.js';
import { financialReview } from './years/financial-review-year.js';
import { gatheringBan } from './years/gathering-ban-year.js';
import { housingPlan } from './years/housing-plan-year.js';
import { infohus } from './years/infohus-year.js';
import { leisureGuide } from './years/leisure-guide-year.js';
import { leisureJob } from './years/leisure-job-year.js';
import { safetyLift } from './years/safety-lift-year.js';
import { safetyPartnership } from './years/safety-partnership-year.js';
import { streetOutreach } from './years/street-outreach-year.js';
import { youthClub } from './years/youth-club-year.js';
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
