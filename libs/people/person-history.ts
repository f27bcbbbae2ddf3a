import { Injectable } from '@nestjs/common';
import { permit, type Action, type Identity, type Policies } from '@sikkerby/access';
import { streamOf } from '@sikkerby/commands';
import { EventStore } from '@sikkerby/event-store';
import { fold, type AnyDecider, type RecordedEvent } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import { PersonProgrammes } from './person-programmes.js';
import type { Subject } from './register/register.js';
import { UnitOfPerson, unitsOfPersons } from './units-of-persons.js';

/** A unit with all that happened in it. */
export interface UnitHistory {
  readonly decider: AnyDecider;
  readonly id: string;
  readonly events: readonly RecordedEvent[];
}

/** Everything that happened about a person in a programme, from the log. */
export interface History {
  /** The record that was asked for, and those that are linked with it: all are the one person. */
  readonly subjects: readonly string[];
  /** Cases, reports, enrolments: whatever the programme has about the person. */
  readonly units: readonly UnitHistory[];
  /** How it was shared; one for each record with anything shared, declined or consented to. */
  readonly sharing: readonly UnitHistory[];
  /** The links between the records. */
  readonly links: readonly UnitHistory[];
}

const patience = 3000;

/** Finds everything about a person, wherever in the programme it lies. */
@Injectable()
export class PersonHistory {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly programmes: PersonProgrammes,
  ) {}

  /**
   * Complete as of now: waits until the read model has everything that the log has.
   * @throws NoSuchUnit for no such programme, ReadModelBehind
   */
  async of({ programme, subject }: Subject): Promise<History> {
    const { position } = await this.store.head();
    await this.readModels.waitForPosition([unitsOfPersons], position, patience);
    const pair = this.programmes.pairOf(programme);
    const units: UnitHistory[] = [];
    const sharing: UnitHistory[] = [];
    const links: UnitHistory[] = [];
    const subjects = new Set([subject]);
    const streams = new Set<string>();
    // Grows while it is gone through: a linked record has units and links of its own.
    for (const one of subjects) {
      const shared = await this.read(this.programmes.sharingOf(programme), one);
      if (shared.events.length > 0) sharing.push(shared);
      for (const { stream } of await this.rowsOf({ programme, subject: one })) {
        if (streams.has(stream)) continue;
        streams.add(stream);
        const [decider, id] = this.unitOf(programme, stream);
        const unit = await this.read(decider, id);
        if (decider.category !== pair.category) units.push(unit);
        else {
          const state = fold(pair, pair.initialState, unit.events);
          if (state.status !== 'linked') continue;
          subjects.add(state.pair.subject).add(state.pair.otherSubject);
          links.push(unit);
        }
      }
    }
    return { subjects: [...subjects], units, sharing, links };
  }

  /**
   * Of those about whom there are units, each sees only whom one of them lets them see.
   * @throws Hidden, NotYours
   */
  assertTheirs(
    { units }: Pick<History, 'units'>,
    identity: Identity,
    action: Action,
    policies: Policies,
  ): void {
    const resources = units.map(({ decider, id, events }) => {
      const state: unknown = fold(decider, decider.initialState, events);
      return { programme: decider.programme, unit: id, home: decider.homeOf?.(state) };
    });
    const now = new Date();
    const isTheirs = resources.some(
      (resource) => policies.decide(identity, action, resource, now).permitted,
    );
    const [first] = resources;
    if (!isTheirs && first) permit(policies, identity, action, first);
  }

  private rowsOf({ programme, subject }: Subject): Promise<UnitOfPerson[]> {
    return this.readModels.readView(unitsOfPersons, {}, (manager) =>
      manager.find(UnitOfPerson, { where: { programme, subject }, order: { stream: 'ASC' } }),
    );
  }

  private unitOf(programme: string, stream: string): [AnyDecider, string] {
    const dash = stream.indexOf('-');
    const category = stream.slice(0, dash);
    const deciders = [
      this.programmes.pairOf(programme),
      ...this.programmes.named(programme).deciders,
    ];
    const decider = deciders.find((known) => known.category === category);
    if (!decider) throw new Error(`${category} is no kind of unit of ${programme}`);
    return [decider, stream.slice(dash + 1)];
  }

  private async read(decider: AnyDecider, id: string): Promise<UnitHistory> {
    return { decider, id, events: await this.store.readStream(streamOf(decider, id)) };
  }
}

/** Everything that happened, in the order in which it was recorded. */
export function eventsOf({ units, sharing, links }: History): RecordedEvent[] {
  return [...units, ...sharing, ...links]
    .flatMap(({ events }) => events)
    .sort((one, other) => (one.position < other.position ? -1 : 1));
}
