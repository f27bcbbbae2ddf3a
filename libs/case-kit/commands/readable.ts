import { permit, type Action, type Identity, type Policies, type Seen } from '@sikkerby/access';
import { NoSuchUnit, type Decisions } from '@sikkerby/commands';
import type { Decider, RecordedEvent } from '@sikkerby/kernel';
import type { SurvivorIs } from '../lifecycle/merging.js';

/** A unit that is there and that they may see. */
export interface Readable<State> {
  readonly id: string;
  readonly state: State;
  readonly last: RecordedEvent;
  readonly events: readonly RecordedEvent[];
  /** Whether they may do that with it besides seeing its codes and days. */
  readonly may: (action: Action) => boolean;
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
  const may = (action: Action) => policies.decide(identity, action, resource, now).permitted;
  return { id, state, last, events, may, seen };
}

/**
 * The state of another unit that a command names, as whoever gives the command may see it: as if there
 * were no such unit, when it is not theirs to read.
 */
export async function stateFor<State>(
  { decisions, policies }: { readonly decisions: Decisions; readonly policies: Policies },
  decider: Decider<State>,
  id: string,
  identity: Identity,
): Promise<State> {
  const { programme, homeOf, initialState } = decider;
  const { state } = await decisions.state(decider, id);
  const resource = { programme, unit: id, home: homeOf?.(state) };
  const { permitted } = policies.decide(identity, 'read', resource, new Date());
  return permitted ? state : initialState;
}

/** What the rules of a merge ask about the unit that stays, as it is now and as they may see it. */
export async function survivorSeenFrom<State extends { readonly status: string }>(
  by: { readonly decisions: Decisions; readonly policies: Policies },
  decider: Decider<State>,
  survivor: string,
  duplicate: string | undefined,
  identity: Identity,
): Promise<SurvivorIs> {
  const state = await stateFor(by, decider, survivor, identity);
  const subject = decider.subjectOf?.(state);
  return { status: state.status, subject, itself: survivor === duplicate };
}
