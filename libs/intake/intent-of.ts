import type { Identity } from '@sikkerby/access';
import type { Intent } from '@sikkerby/commands';
import { dayInCopenhagen } from '@sikkerby/kernel';

/** Every event of an intake has its id as the correlation id. */
export function intentOf(
  identity: Identity,
  intake: string,
  what: string,
  today = dayInCopenhagen(new Date()),
): Intent {
  return { identity, key: `${intake} ${what}`, expected: 'none', correlationId: intake, today };
}
