import type { Provider, Type } from '@nestjs/common';
import type { Governed } from '@sikkerby/access';
import type { AnyDecider, RecordedEvent, Upcaster } from '@sikkerby/kernel';
import type { AboutPersons } from '@sikkerby/people';
import type { Projection } from '@sikkerby/projections';
import type { Reaction } from '@sikkerby/reactions';
import type { Measure } from '@sikkerby/statistics';
import type { UnitDefinition } from './unit-definition.js';

/** Where the acts of a decider are given whose routes are made by hand. */
export interface ActRoutes {
  readonly decider: AnyDecider;
  /** Address of an act, such as `youth-concern/cases/:id/close`. */
  readonly usual: (act: string) => string;
  /** Acts that have other addresses, or none where no route gives them but the system itself does. */
  readonly others: Readonly<Record<string, readonly string[]>>;
}

/** Something that has rules, routes or read models: all that the rest of the house has to know of it. */
export interface Context {
  /** Folder, route, tag and prefix of its event types. */
  readonly name: string;
  /** Whether it is about persons, and so has a register of them. */
  readonly persons: boolean;
  /** How it shares and tells what it knows of them, where that is not as everywhere. */
  readonly aboutPersons?: AboutPersons;
  readonly title: { readonly da: string; readonly en: string };
  /** One for each kind of unit; the keys of their `evolve` are the event types that exist. */
  readonly deciders: readonly AnyDecider[];
  /** Its kinds of unit, where it is made of unit definitions. */
  readonly units?: readonly UnitDefinition[];
  /** From an older version of an event type to the next, where there are any. */
  readonly upcasters?: readonly Upcaster[];
  /**
   * Where an event about a person says that further streams are about them too: their texts may be
   * sealed under the unit's own id, and go when the person is erased.
   */
  readonly alsoAbout?: {
    readonly eventType: string;
    readonly streams: (event: RecordedEvent) => readonly string[];
  };
  readonly controllers: readonly Type[];
  /** Of its deciders that are in no unit definition: compared with the controllers at each start. */
  readonly actRoutes?: readonly ActRoutes[];
  /** Addresses of commands that give no act of a decider. */
  readonly withoutAct?: readonly string[];
  /** Handlers of its queries. */
  readonly providers: readonly Provider[];
  readonly projections: readonly Projection[];
  /** What follows by itself when something is recorded, or a day has come. */
  readonly reactions?: readonly Reaction[];
  readonly measures: readonly Measure[];
}

/** A programme of the strategy. */
export interface Programme extends Context, Governed {
  readonly name: string;
}
