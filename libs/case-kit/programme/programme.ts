import type { Provider, Type } from '@nestjs/common';
import type { Governed } from '@sikkerby/access';
import type { Upcaster } from '@sikkerby/event-store';
import type { AnyDecider, RecordedEvent } from '@sikkerby/kernel';
import type { AboutPersons } from '@sikkerby/people';
import type { Projection } from '@sikkerby/projections';
import type { Reaction } from '@sikkerby/reactions';
import type { Measure } from '@sikkerby/statistics';
import type { UnitDefinition } from './unit-definition.js';

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
  /** From an older version of an event type to the next, where there are any. */
  readonly upcasters?: readonly {
    readonly from: string;
    readonly to: string;
    readonly upcast: Upcaster;
  }[];
  /**
   * Where an event about a person says that further streams are about them too: their texts may be
   * sealed under the unit's own id, and go when the person is erased.
   */
  readonly alsoAbout?: {
    readonly eventType: string;
    readonly streams: (event: RecordedEvent) => readonly string[];
  };
  readonly controllers: readonly Type[];
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
  /** Its kinds of unit, where it is made of unit definitions. */
  readonly units?: readonly UnitDefinition[];
}
