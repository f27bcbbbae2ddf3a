import type { Programme } from './programme.js';
import { activationProgramme } from './activation/activation.programme.js';
import { centre18PlusProgramme } from './centre-18-plus/centre-18-plus.programme.js';
import { exitProgrammeProgramme } from './exit-programme/exit-programme.programme.js';
import { feriecampProgramme } from './feriecamp/feriecamp.programme.js';
import { financialReviewProgramme } from './financial-review/financial-review.programme.js';
import { leisureGuideProgramme } from './leisure-guide/leisure-guide.programme.js';
import { leisureJobProgramme } from './leisure-job/leisure-job.programme.js';
import { infohusProgramme } from './infohus/infohus.programme.js';
import { safetyLiftProgramme } from './safety-lift/safety-lift.programme.js';
import { streetOutreachProgramme } from './street-outreach/street-outreach.programme.js';
import { youthClubProgramme } from './youth-club/youth-club.programme.js';
import { youthConcernProgramme } from './youth-concern/youth-concern.programme.js';

/** What the system does. */
export const programmes: readonly Programme[] = [
  youthConcernProgramme,
  activationProgramme,
  centre18PlusProgramme,
  exitProgrammeProgramme,
  financialReviewProgramme,
  feriecampProgramme,
  leisureGuideProgramme,
  leisureJobProgramme,
  infohusProgramme,
  safetyLiftProgramme,
  streetOutreachProgramme,
  youthClubProgramme,
];
