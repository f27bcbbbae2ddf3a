import { safetyLift } from './stories/safety-lift.js';
import { exitProgramme } from './stories/exit-programme.js';
import { financialReview } from './stories/financial-review.js';
import { feriecamp } from './stories/feriecamp.js';
import { leisureGuide } from './stories/leisure-guide.js';
import { leisureJob } from './stories/leisure-job.js';
import { streetOutreach } from './stories/street-outreach.js';
import { youthClub } from './stories/youth-club.js';
import { activation } from './stories/activation.js';
import { centre18Plus } from './stories/centre-18-plus.js';
import { infohus } from './stories/infohus.js';
import { acutePlan } from './stories/acute-plan.js';
import { dialogue } from './stories/dialogue.js';
import { gatheringBan } from './stories/gathering-ban.js';
import { housingPlan } from './stories/housing-plan.js';
import { safetyPartnership } from './stories/safety-partnership.js';
import type { Story } from './story.js';

/** Lives of every kind of unit; a kind, or an act of it, that is in none fails the test. */
export const stories: readonly Story[] = [
  ...safetyLift,
  ...exitProgramme,
  ...financialReview,
  ...feriecamp,
  ...leisureGuide,
  ...leisureJob,
  ...streetOutreach,
  ...youthClub,
  ...infohus,
  ...centre18Plus,
  ...activation,
  ...safetyPartnership,
  ...housingPlan,
  ...gatheringBan,
  ...dialogue,
  ...acutePlan,
];
