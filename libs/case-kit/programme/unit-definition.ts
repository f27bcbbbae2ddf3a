import type { Type } from '@nestjs/common';
import type { Role } from '@sikkerby/access';
import type { Intent } from '@sikkerby/commands';
import type { Act, AnyDecider, Day, VaultText } from '@sikkerby/kernel';
import type { Codes } from '@sikkerby/statistics/facts';
import type { Acts, AnyUnit, EventsOf, UnitDecider } from '../unit.js';
import { dictionary, type Dictionary, type SharedVerb, type WordsOf } from '../journal/words.js';

/**
 * What a request must have for an act: all that the act is told but what the system knows by itself,
 * the person's age and gender (R14) and how the units stand that it names. A text in the vault comes
 * as a text.
 */
export type RequestOf<Data> = {
  readonly [
    Field in keyof Data as Field extends 'age' | 'gender' | `${string}Is` ? never : Field
  ]: AsRequested<Data[Field]>;
};

type AsRequested<Value> = Value extends VaultText ? string : Value;

/** What the act is told. */
export type DataOf<Of> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of whatever state and events
  Of extends Act<any, infer Data, any> ? Data : never;

/** A command as a route takes it. */
export interface ActRoute<Request extends object = object> {
  readonly request: Type<Request>;
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
export interface BeginRoute<
  Request extends object = object,
  Name extends string = string,
> extends ActRoute<Request> {
  readonly act: Name;
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
  /** The last day on which something took place, such as a visit, where lists go by that. */
  readonly lastOn?: Day;
  /** What else tells one from another. */
  readonly codes: Codes;
}

/** A list that somebody opens in the morning: units with one of these states, due in a stretch of days. */
export interface MorningList<Status extends string = string> {
  readonly statuses: readonly Status[];
  /** Due so many days after today, first and last; everything overdue is in it when `from` is left out. */
  readonly dueWithin?: { readonly from?: number; readonly to: number };
  /** Something took place at most so many days ago: 0 is today. */
  readonly daysAgo?: number;
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
  /** What undoes an event of the beginning that an intake gave; voiding the unit, when left out. */
  readonly undo?: (event: never) => { readonly act: string; readonly body: object };
}

/**
 * Binds the definition to its decider: every act has its route, every event its sentence, every list
 * asks for a state that there is, and a request has what its act is told.
 */
export function unitDefinition<
  Live extends AnyUnit,
  Of extends Acts<Live>,
  Programme extends string,
  Noun extends string,
  Begin extends keyof Of & string,
>({
  words,
  ...of
}: Pick<UnitDefinition, 'path' | 'roles' | 'undo'> & {
  readonly decider: UnitDecider<Live, Of, Programme, Noun>;
  readonly begin: BeginRoute<RequestOf<DataOf<Of[Begin]>>, Begin>;
  readonly acts: {
    readonly [Name in Exclude<keyof Of & string, Begin>]: ActRoute<RequestOf<DataOf<Of[Name]>>>;
  };
  readonly words: WordsOf<EventsOf<Of>['type'], `${Programme}.${Noun}-${SharedVerb}.v1`>;
  readonly row: (unit: NoInfer<Live>) => ListRow;
  readonly lists: Readonly<Record<string, MorningList<NoInfer<Live>['status']>>>;
}): UnitDefinition {
  return { ...of, dictionary: dictionary(of.decider, words) };
}
