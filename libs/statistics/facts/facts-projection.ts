import type { RecordedEvent } from '@sikkerby/kernel';
import type { Projection, StreamRows } from '@sikkerby/projections';
import {
  Fact,
  FactSource,
  Link,
  type FactNow,
  type Held,
  type LinkNow,
  type Told,
} from './fact.js';

/**
 * Which events of a kind of unit make which facts. All of it pure; the state must survive JSON.
 * `Given`, what it takes, is that state.
 */
export interface UnitFacts<State extends object, Made extends Told = Told, Given = State> {
  /** What was so before the first event; without it, a unit begins with an event of `begin`. */
  readonly initial?: State;
  /** The event with which a unit begins. Before it, and on streams without it, there is no fact. */
  readonly begin?: Steps<[event: never], State>;
  /** What further events change; those that are not here change no fact. */
  readonly evolve: Steps<[state: Given, event: never], State>;
  /** Every fact about the unit that holds in the world as this state has it. */
  readonly factsOf: (state: Given) => readonly Made[];
  /** What the unit of that id, or its person, stands under. */
  readonly linksOf: (state: Given, unit: string) => readonly LinkNow[];
}

/** Those of whichever kind of unit: nobody else knows which state it takes. */
type AnyUnitFacts<Made extends Told = Told> = UnitFacts<object, Made, never>;

/** The facts of a programme: those of each kind of unit. */
interface Facts<Programme extends string, Units> {
  readonly programme: Programme;
  /** A changed meaning is a new number: the facts are rebuilt beside the old. */
  readonly version: number;
  readonly units: Units;
}

/** A programme's facts as a read model. */
export interface FactsProjection<Made extends Told = Told> extends Projection {
  /** Never there: by it the compiler knows what a measure can count. */
  readonly made?: Made;
}

type MadeBy<Unit> = Unit extends AnyUnitFacts<infer Made> ? Made : never;

type Steps<Given extends unknown[], State> = Readonly<Record<string, (...given: Given) => State>>;

/**
 * A programme's facts as a read model. After each event the facts that hold now are compared with
 * those held before it: what is gone is retracted at this event, what is new is asserted, and
 * nothing else is ever changed. So corrections, voids and their undoing are right by construction.
 */
export function factsProjection<
  const Programme extends string,
  Units extends readonly AnyUnitFacts<Told<`${Programme}.${string}`>>[],
>({ programme, version, units }: Facts<Programme, Units>): FactsProjection<MadeBy<Units[number]>> {
  const unitOfType = new Map<string, AnyUnitFacts>(
    units.flatMap((unit) =>
      Object.keys({ ...unit.begin, ...unit.evolve }).map((type) => [type, unit] as const),
    ),
  );
  return {
    name: factsOf(programme),
    version,
    reads: [`${programme}.`],
    onPoison: 'halt',
    seenBy: 'everybody',
    tables: [Fact, Link, FactSource],
    fold(event, rows) {
      const links = personLinks(programme, event);
      if (links) {
        holdLinks(rows, links, event);
        return;
      }
      // The state that is kept of a stream is that of its kind of unit.
      const unit = unitOfType.get(event.type) as UnitFacts<object> | undefined;
      if (!unit) return;
      const before = rows.get(FactSource)?.state;
      const after = step(unit, before, event);
      if (!after || after === before) return;
      const id = event.stream.slice(event.stream.indexOf('-') + 1);
      rows.put(FactSource, { state: after });
      const facts = unit.factsOf(after).map((told) => whole(told, id));
      hold(rows.all(Fact), facts, factKey, event, (row) => rows.put(Fact, row));
      holdLinks(rows, unit.linksOf(after, id), event);
    },
  };
}

function step(
  { initial, begin, evolve }: UnitFacts<object>,
  before: object | undefined,
  event: RecordedEvent,
): object | undefined {
  const known = before ?? initial;
  const given = event as never;
  return known ? evolve[event.type]?.(known, given) : begin?.[event.type]?.(given);
}

/** The fact with what its unit left out. */
function whole(told: Told, unit: string): FactNow {
  const { kind, person = null, district = null, codes = {}, quantity = 1 } = told;
  const { validFrom, validTo } = told;
  return { kind, unit, person, district, codes, quantity, validFrom, validTo };
}

/**
 * The same in every programme: two of its records turn out to be about one person, or not (R7, R8).
 * Undefined when the event says nothing of that; each pair has a stream of its own.
 */
function personLinks(programme: string, { type, data }: RecordedEvent): LinkNow[] | undefined {
  if (type === `${programme}.persons-unlinked.v1`) return [];
  if (type !== `${programme}.persons-linked.v1`) return undefined;
  const { subject, otherSubject } = data as { subject: string; otherSubject: string };
  return [{ kind: 'person', from: subject, to: otherSubject }];
}

/** Name of the projection that holds a programme's facts. */
export function factsOf(programme: string): string {
  return `${programme}.facts`;
}

function holdLinks(rows: StreamRows, links: readonly LinkNow[], event: RecordedEvent): void {
  hold(rows.all(Link), links, linkKey, event, (row) => rows.put(Link, row));
}

/** Retracts the rows that no longer hold and asserts those that are new. */
function hold<Now extends object>(
  known: readonly (Now & HeldRow)[],
  nowHeld: readonly Now[],
  contentOf: (content: Now) => string,
  event: RecordedEvent,
  put: (row: Now & HeldRow) => void,
): void {
  const missing = new Map(nowHeld.map((now) => [contentOf(now), now]));
  for (const row of known) {
    if (row.retractedAt !== null || missing.delete(contentOf(row))) continue;
    put({ ...row, retractedAt: event.position, retractedBy: event.id });
  }
  let number = known.length;
  for (const now of missing.values()) {
    const held = { assertedAt: event.position, assertedBy: event.id };
    put({ ...now, ...held, retractedAt: null, retractedBy: null, key: String(number++) });
  }
}

type HeldRow = Held & { readonly key: string };

function factKey(fact: FactNow): string {
  const codes = Object.entries(fact.codes).sort(([one], [other]) => (one < other ? -1 : 1));
  const { kind, unit, person, district, quantity, validFrom, validTo } = fact;
  return JSON.stringify([kind, unit, person, district, quantity, validFrom, validTo, codes]);
}

function linkKey({ kind, from, to }: LinkNow): string {
  return JSON.stringify([kind, from, to]);
}
