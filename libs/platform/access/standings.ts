import type { Standing } from './identity.js';

/** Which districts somebody works for and whose glass they broke, as our events have it now. */
export abstract class Standings {
  /** @param user account name at work */
  abstract of(user: string): Promise<Standing>;
}
