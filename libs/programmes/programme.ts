import type { Provider, Type } from '@nestjs/common';
import type { Governed } from '@sikkerby/access';
import type { Upcaster } from '@sikkerby/event-store';
import type { AnyDecider } from '@sikkerby/kernel';
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
  readonly title: { readonly da: string; readonly en: string };
  /** One for each kind of unit; the keys of their `evolve` are the event types that exist. */
  readonly deciders: readonly AnyDecider[];
  /** From an older version of an event type to the next, where there are any. */
  readonly upcasters?: readonly {
    readonly from: string;
    readonly to: string;
    readonly upcast: Upcaster;
  }[];
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
