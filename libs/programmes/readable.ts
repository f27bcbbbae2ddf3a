import { permit, type Identity, type Policies, type Seen } from '@sikkerby/access';
import { NoSuchUnit, type Decisions } from '@sikkerby/decisions';
import type { Decider, RecordedEvent } from '@sikkerby/kernel';

/** A unit that is there and that they may see. */
export interface Readable<State> {
  readonly id: string;
  readonly state: State;
  readonly last: RecordedEvent;
  readonly events: readonly RecordedEvent[];
  /** What of it they may see besides codes and days. */
  readonly may: { readonly person: boolean; readonly texts: boolean };
  /** For the read log. */
  readonly seen: readonly Seen[];
}

/** The unit as it is, from the log. @throws NoSuchUnit, NotYours, Hidden */
export async function readable<State>(
  { decisions, policies }: { readonly decisions: Decisions; readonly policies: Policies },
  decider: Decider<State>,
  id: string,
  identity: Identity,
): Promise<Readable<State>> {
  const { state, events } = await decisions.state(decider, id);
  const last = events.at(-1);
  if (!last) throw new NoSuchUnit();
  const { programme, homeOf } = decider;
  const resource = { programme, unit: id, home: homeOf?.(state) };
  const decision = permit(policies, identity, 'read', resource);
  const subjects = [decider.subjectOf?.(state), ...(decider.othersOf?.(state) ?? [])];
  const { policies: ids } = decision;
  const seen = subjects.map((subject) => ({ programme, unit: id, subject, policies: ids }));
  const now = new Date();
  const may = {
    person: policies.decide(identity, 'read-person', resource, now).permitted,
    texts: policies.decide(identity, 'read-texts', resource, now).permitted,
  };
  return { id, state, last, events, may, seen };
}
