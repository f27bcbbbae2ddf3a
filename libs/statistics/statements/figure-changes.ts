import { Injectable } from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import { ReadModels } from '@sikkerby/projections';
import type { Position } from '@sikkerby/kernel';
import type { EntityManager } from 'typeorm';
import { linksAt } from '../figures/compute.js';
import { factsOf } from '../facts/facts-projection.js';
import { programmeOf, type Measure } from '../figures/measure.js';
import { thingsInEachCell } from '../questions/things-in-each-cell.js';
import { thingsKnown } from '../questions/things-known.js';
import { whatCameOrWent, type Touch } from '../questions/what-came-or-went.js';
import { reasonOf, type Behind, type ChangeReason } from './change-reasons.js';
import { differences, type Difference } from './differences.js';
import { eventsBehind } from './events-behind.js';

/** The figures of a year at a cut, by these definitions. */
export interface Side {
  readonly cut: Position;
  readonly measures: readonly Measure[];
}

/** Part of a cell's change, for one reason. */
export interface ReasonedChange {
  readonly reason: ChangeReason;
  /** How much of the cell's change it makes. */
  readonly change: number;
  /** What was recorded between the two cuts that did it, in the order of the log. */
  readonly events: readonly Behind[];
}

/** A cell that is not the same, and why. */
export interface CellChange {
  readonly measure: string;
  /** Null for the measure's whole. */
  readonly by: string | null;
  readonly code: string | null;
  readonly before: number;
  readonly after: number;
  readonly reasons: readonly ReasonedChange[];
}

/** What changed in a year's figures between two cuts, cell by cell, and the events that did it. */
@Injectable()
export class Changes {
  constructor(
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
  ) {}

  /** @throws ReadModelBehind */
  async between(year: number, before: Side, after: Side): Promise<CellChange[]> {
    const found: CellChange[] = [];
    for (const measure of after.measures) {
      const facts = factsOf(programmeOf(measure));
      await this.readModels.waitForPosition([facts], after.cut, 5000);
      const old = before.measures.find(({ id }) => id === measure.id);
      if (!old) continue;
      found.push(
        ...(await this.readModels.readView(facts, {}, (manager) =>
          this.ofMeasure(manager, { year, old, measure, after: before.cut, upTo: after.cut }),
        )),
      );
    }
    return found;
  }

  private async ofMeasure(manager: EntityManager, asked: Asked): Promise<CellChange[]> {
    const { old, measure, after, upTo } = asked;
    const links = { old: await linksAt(manager, after), now: await linksAt(manager, upTo) };
    const things = (definition: Measure, at: string, standsUnder: Links) =>
      thingsInEachCell(manager, {
        measure: definition,
        year: asked.year,
        asOf: at,
        standsUnder,
        splits: definition.breakdowns,
      });
    const first = await things(old, after, links.old);
    const redefined =
      old.version === measure.version ? first : await things(measure, after, links.old);
    const last = await things(measure, upTo, links.now);
    const byDefinition = differences(first, redefined).map((difference) =>
      inWords(measure, difference, () => ({ reason: 'definition-changed', events: [] })),
    );
    const moved = differences(redefined, last);
    if (moved.length === 0) return byDefinition;
    const touches = underHeads(await whatCameOrWent(manager, { measure, after, upTo }), links);
    const known = await thingsKnown(manager, measure, after);
    const wanted = new Set(moved.flatMap((cell) => cell.things.map(({ thing }) => thing)));
    const events = await eventsBehind(
      this.store,
      touches.filter(({ thing }) => wanted.has(thing)),
    );
    const byData = moved.map((difference) =>
      inWords(measure, difference, (thing) => {
        const behind = events.get(thing) ?? [];
        return { reason: reasonOf(behind, known.has(thing)), events: behind };
      }),
    );
    return together(byDefinition, byData);
  }
}

interface Asked {
  readonly year: number;
  readonly old: Measure;
  readonly measure: Measure;
  readonly after: string;
  readonly upTo: string;
}
type Links = ReadonlyMap<string, string>;

/** Each touch under its own name and under those that it counts for at either cut. */
function underHeads(touches: readonly Touch[], links: { old: Links; now: Links }): Touch[] {
  return touches.flatMap((touch) => {
    const { thing } = touch;
    const names = new Set([thing, links.old.get(thing), links.now.get(thing)]);
    return [...names].flatMap((name) => (name ? [{ ...touch, thing: name }] : []));
  });
}

/** The things of a cell put together by reason. */
function inWords(
  measure: Measure,
  { by, code, before, after, things }: Difference,
  why: (thing: string) => Omit<ReasonedChange, 'change'>,
): CellChange {
  const reasons = new Map<ChangeReason, { change: number; events: Map<string, Behind> }>();
  for (const { thing, change } of things) {
    const { reason, events } = why(thing);
    const sofar = reasons.get(reason) ?? { change: 0, events: new Map<string, Behind>() };
    for (const event of events) sofar.events.set(event.id, event);
    reasons.set(reason, { ...sofar, change: sofar.change + change });
  }
  return {
    ...{ measure: measure.id, by, code, before, after },
    reasons: [...reasons.entries()]
      .map(([reason, { change, events }]) => ({
        ...{ reason, change },
        events: [...events.values()].sort((one, other) => (one.position < other.position ? -1 : 1)),
      }))
      .sort((one, other) => (one.reason < other.reason ? -1 : 1)),
  };
}

/** A change of definition first, then what was recorded: one row for each cell. */
function together(first: readonly CellChange[], then: readonly CellChange[]): CellChange[] {
  const nameOf = ({ by, code }: CellChange) => JSON.stringify([by, code]);
  const rest = new Map(then.map((cell) => [nameOf(cell), cell]));
  const joined = first.map((cell) => {
    const more = rest.get(nameOf(cell));
    rest.delete(nameOf(cell));
    return more
      ? { ...cell, after: more.after, reasons: [...cell.reasons, ...more.reasons] }
      : cell;
  });
  return [...joined, ...rest.values()];
}
