import type { AnyDecider, Day, RecordedEvent } from '@sikkerby/kernel';
import type { ReadModels } from '@sikkerby/projections';
import type { Register } from '@sikkerby/people';

/** A command that a reaction gives. */
export interface GivenCommand {
  readonly decider: AnyDecider;
  readonly id: string;
  readonly act: string;
  readonly body: object;
  /** What it is given for, once: a command of the same reaction for the same is the same command. */
  readonly for: string;
}

/** When this event is recorded, then that command is given: once, also after a crash. */
export interface EventReaction {
  /** A sentence: `when-a-match-is-made-then-the-action-that-waited-for-it-is-completed`. */
  readonly name: string;
  /** Prefixes of the event types that it looks at. */
  readonly reads: readonly string[];
  readonly then: (event: RecordedEvent, known: Known) => Promise<GivenCommand | undefined>;
}

/** When a day has come, then these commands are given: once for each thing that is due. */
export interface DayReaction {
  readonly name: string;
  readonly due: (today: Day, known: Known) => Promise<readonly GivenCommand[]>;
}

export type Reaction = EventReaction | DayReaction;

/** What a reaction may look at. */
export interface Known {
  readonly readModels: ReadModels;
  readonly register: Register;
}
