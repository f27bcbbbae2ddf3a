import type { Programme } from './programme.js';
import { youthConcernProgramme } from './youth-concern/youth-concern.programme.js';

/** What the system does. */
export const programmes: readonly Programme[] = [youthConcernProgramme];
