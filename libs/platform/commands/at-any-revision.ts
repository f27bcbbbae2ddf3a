import type { Decider } from '@sikkerby/kernel';
import { WrongRevision } from '@sikkerby/event-store';
import type { Decisions } from './decisions.js';
import type { Intent } from './intent.js';
import type { Receipt } from './receipt.answers.js';
import { StaleRevision } from './refusals.js';

/** How often it is tried again when somebody else wrote meanwhile. */
const tries = 5;

/**
 * Gives a command to a stream that goes on by itself, whether it has begun or not: nobody has a
 * revision to match, and the rules look at what holds when it is decided.
 */
export async function atAnyRevision<State>(
  decisions: Decisions,
  decider: Decider<State>,
  id: string,
  intent: Intent,
  give: (now: Intent) => Promise<Receipt>,
): Promise<Receipt> {
  for (let left = tries; ; left -= 1) {
    const { revision } = await decisions.state(decider, id);
    try {
      return await give({ ...intent, expected: revision ?? 'none' });
    } catch (error) {
      const isOvertaken = error instanceof StaleRevision || error instanceof WrongRevision;
      if (!isOvertaken || left === 1) throw error;
    }
  }
}
