import { Receipt } from '@sikkerby/commands';

/** Whether a command would be looked at now, and the rule that stands against it if not. */
export class AllowedCommandNow {
  /** @example close */
  readonly command!: string;
  readonly allowed!: boolean;
  /** @example levels-3-and-4-close-with-four-eyes */
  readonly because?: string;
}

/** A text that is kept in the vault. */
export class JournalText {
  /** @example description */
  readonly field!: string;
  /** Its reference in the vault, as the event has it. */
  readonly reference!: string;
  /** Missing when it is gone from the vault, or not for you to read. @example "Opdigtet notat til demonstration." */
  readonly text?: string;
}

/** What happened, as a sentence. */
export class JournalEntry {
  /** Number of the event in the unit's history. @example 3 */
  readonly revision!: number;
  /** @example 2017-03-10 */
  readonly occurredOn!: string;
  /** @example 2026-11-23T09:30:00.000Z */
  readonly recordedAt!: string;
  /** Who did it, by role at the time. @example ssp-caseworker */
  readonly role!: string;
  /** @example "A note was added." */
  readonly sentence!: string;
  readonly texts!: JournalText[];
}

/** A unit as it is, or as it was before it was voided or merged. */
export class UnitNow extends Receipt {
  /** @example void */
  readonly status!: string;
  /** From the register; missing when it is gone from there, or not for you to read. @example "Prøve Opdigtet-7" */
  readonly name?: string;
  /** What is recorded: codes, days and references. */
  readonly record!: Record<string, unknown>;
}
