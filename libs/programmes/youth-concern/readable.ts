import { mayRead, NotYours, type Identity } from '@sikkerby/access';
import { NoSuchUnit, type Decisions } from '@sikkerby/decisions';
import { dayInCopenhagen, type Decider, type RecordedEvent } from '@sikkerby/kernel';

/** A unit that is there and that they may see. */
export interface Readable<State> {
  readonly id: string;
  readonly state: State;
  readonly last: RecordedEvent;
  readonly events: readonly RecordedEvent[];
}

/** The unit as it is, from the log. @throws NoSuchUnit, NotYours */
export async function readable<State>(
  decisions: Decisions,
  decider: Decider<State>,
  id: string,
  identity: Identity,
): Promise<Readable<State>> {
  const { state, events } = await decisions.state(decider, id);
  const last = events.at(-1);
  if (!last) throw new NoSuchUnit();
  const home = decider.homeOf?.(state);
  if (home && !mayRead(identity, home, dayInCopenhagen(new Date()))) throw new NotYours();
  return { id, state, last, events };
}
