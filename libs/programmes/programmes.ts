import type { Programme } from './programme.js';
import { activationProgramme } from './activation/activation.programme.js';
import { centre18PlusProgramme } from './centre-18-plus/centre-18-plus.programme.js';
import { exitProgrammeProgramme } from './exit-programme/exit-programme.programme.js';
import { financialReviewProgramme } from './financial-review/financial-review.programme.js';
import { infohusProgramme } from './infohus/infohus.programme.js';
import { safetyLiftProgramme } from './safety-lift/safety-lift.programme.js';
import { youthConcernProgramme } from './youth-concern/youth-concern.programme.js';

/** What the system does. */
export const programmes: readonly Programme[] = [
  youthConcernProgramme,
  activationProgramme,
  centre18PlusProgramme,
  exitProgrammeProgramme,
  financialReviewProgramme,
  infohusProgramme,
  safetyLiftProgramme,
];
