import { safetyLift } from './stories/safety-lift.js';
import { exitProgramme } from './stories/exit-programme.js';
import { financialReview } from './stories/financial-review.js';
import { activation } from './stories/activation.js';
import { centre18Plus } from './stories/centre-18-plus.js';
import { infohus } from './stories/infohus.js';
import type { Story } from './story.js';

/** Lives of every kind of unit; a kind, or an act of it, that is in none fails the test. */
export const stories: readonly Story[] = [
  ...safetyLift,
  ...exitProgramme,
  ...financialReview,
  ...infohus,
  ...centre18Plus,
  ...activation,
];
