import {
  allowedCommands,
  decide,
  Rejection,
  type Day,
  type Decider,
  type DomainEvent,
} from '@sikkerby/kernel';
import type { Intent } from './intent.js';
import { Refused } from './refusals.js';
import type { SealedRequest } from './seal.js';

/** The events that the rules give. @throws Refused with what is allowed instead */
export function decideOrRefuse<State>(
  decider: Decider<State>,
  state: State,
  type: string,
  { occurredOn, ...data }: SealedRequest['data'],
  { identity: actor, today }: Intent,
): readonly DomainEvent[] {
  const command = {
    type,
    data,
    occurredOn: (occurredOn as Day | undefined) ?? today,
    today,
    actor,
  };
  try {
    return decide(decider, command, state);
  } catch (refusal) {
    if (!(refusal instanceof Rejection)) throw refusal;
    throw new Refused(refusal.rule, allowedCommands(decider, state, actor));
  }
}
