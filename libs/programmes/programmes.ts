import type { Programme } from './programme.js';
import { acutePlanProgramme } from './acute-plan/acute-plan.programme.js';
import { dialogueProgramme } from './dialogue/dialogue.programme.js';
import { exitProgrammeProgramme } from './exit-programme/exit-programme.programme.js';
import { financialReviewProgramme } from './financial-review/financial-review.programme.js';
import { gatheringBanProgramme } from './gathering-ban/gathering-ban.programme.js';
import { housingPlanProgramme } from './housing-plan/housing-plan.programme.js';
import { safetyLiftProgramme } from './safety-lift/safety-lift.programme.js';
import { safetyPartnershipProgramme } from './safety-partnership/safety-partnership.programme.js';
import { youthConcernProgramme } from './youth-concern/youth-concern.programme.js';

/** What the system does. */
export const programmes: readonly Programme[] = [
  youthConcernProgramme,
  acutePlanProgramme,
  dialogueProgramme,
  exitProgrammeProgramme,
  financialReviewProgramme,
  gatheringBanProgramme,
  housingPlanProgramme,
  safetyLiftProgramme,
  safetyPartnershipProgramme,
];
