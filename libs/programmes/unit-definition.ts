import type { Type } from '@nestjs/common';
import type { Role } from '@sikkerby/access';
import type { Intent } from '@sikkerby/decisions';
import type { AnyDecider, Day } from '@sikkerby/kernel';
import type { Codes } from '@sikkerby/statistics';
import type { Dictionary } from './words.js';

/** A command as a route takes it. */
export interface ActRoute {
  readonly request: Type<object>;
  /** What it does, in one line. */
  readonly summary: string;
  /** Who may, where that is not everybody who works with the unit. */
  readonly roles?: readonly Role[];
  /** Text under the summary, where there is more to say. */
  readonly description?: string;
  /** Fields that name a unit of another kind: of `enquiry` the act is told the state as `enquiryIs`. */
  readonly looksAt?: Readonly<Record<string, AnyDecider>>;
}

/** The command with which a unit begins. */
export interface BeginRoute extends ActRoute {
  readonly act: string;
  /**
   * Where the unit may have begun already, as a register that goes on: its id, from the request. The
   * command then needs no If-Match, whether it is the first or not.
   */
  readonly idOf?: (body: never, intent: Intent) => string;
}

/** A unit as the lists show it; the list's table has a column for each. */
export interface ListRow {
  readonly status: string;
  /** Whether there is still something to do. */
  readonly open: boolean;
  readonly district: string | null;
  /** The programme's own reference of the person. */
  readonly subject: string | null;
  readonly assignedTo: string | null;
  readonly beganOn: Day;
  /** When the next thing is due, such as a review, a meeting or an expiry. */
  readonly dueOn: Day | null;
  /** What else tells one from another. */
  readonly codes: Codes;
}

/** A list that somebody opens in the morning: units with one of these states, due in a stretch of days. */
export interface MorningList {
  readonly statuses: readonly string[];
  /** Due so many days after today, first and last; everything overdue is in it when `from` is left out. */
  readonly dueWithin?: { readonly from?: number; readonly to: number };
  readonly summary: string;
}

/** A kind of unit: its rules, its routes, its words and how lists show it. */
export interface UnitDefinition {
  readonly decider: AnyDecider;
  /** The units' place under the programme's own: `lifts` of `/safety-lift/lifts`. */
  readonly path: string;
  /** Who works with them, and who only reads. */
  readonly roles: { readonly work: readonly Role[]; readonly read: readonly Role[] };
  readonly begin: BeginRoute;
  readonly acts: Readonly<Record<string, ActRoute>>;
  readonly dictionary: Dictionary;
  /** The row of a unit that counts, from the decider's state. */
  readonly row: (state: never) => ListRow;
  readonly lists: Readonly<Record<string, MorningList>>;
}
