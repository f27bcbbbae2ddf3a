import type { Programme } from '@sikkerby/case-kit/edge';
import { acutePlanProgramme } from './acute-plan/acute-plan.programme.js';
import { activationProgramme } from './activation/activation.programme.js';
import { centre18PlusProgramme } from './centre-18-plus/centre-18-plus.programme.js';
import { dialogueProgramme } from './dialogue/dialogue.programme.js';
import { exitProgrammeProgramme } from './exit-programme/exit-programme.programme.js';
import { feriecampProgramme } from './feriecamp/feriecamp.programme.js';
import { financialReviewProgramme } from './financial-review/financial-review.programme.js';
import { gatheringBanProgramme } from './gathering-ban/gathering-ban.programme.js';
import { housingPlanProgramme } from './housing-plan/housing-plan.programme.js';
import { infohusProgramme } from './infohus/infohus.programme.js';
import { leisureGuideProgramme } from './leisure-guide/leisure-guide.programme.js';
import { leisureJobProgramme } from './leisure-job/leisure-job.programme.js';
import { safetyLiftProgramme } from './safety-lift/safety-lift.programme.js';
import { safetyPartnershipProgramme } from './safety-partnership/safety-partnership.programme.js';
import { streetOutreachProgramme } from './street-outreach/street-outreach.programme.js';
import { youthClubProgramme } from './youth-club/youth-club.programme.js';
import { youthConcernProgramme } from './youth-concern/youth-concern.programme.js';

/** What the system does. */
export const programmes: readonly Programme[] = [
  youthConcernProgramme,
  acutePlanProgramme,
  activationProgramme,
  centre18PlusProgramme,
  dialogueProgramme,
  exitProgrammeProgramme,
  feriecampProgramme,
  financialReviewProgramme,
  gatheringBanProgramme,
  housingPlanProgramme,
  infohusProgramme,
  leisureGuideProgramme,
  leisureJobProgramme,
  safetyLiftProgramme,
  safetyPartnershipProgramme,
  streetOutreachProgramme,
  youthClubProgramme,
];
