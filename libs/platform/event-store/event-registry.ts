import { ConfigurationError } from '@sikkerby/configuration';
import type { RecordedEvent, Upcaster } from '@sikkerby/kernel';
import { UnreadableLog } from './event-store.js';

/** The events of a context: the steps of its deciders are the newest versions. */
export interface EventsOfContext {
  readonly deciders: readonly { readonly evolve: object }[];
  readonly upcasters?: readonly Upcaster[];
}

type Read = Pick<RecordedEvent, 'type' | 'data' | 'asWritten'>;

/** A type or version that nobody registered. */
export class UnknownEvent extends UnreadableLog {
  constructor(readonly type: string) {
    super(`unknown event type ${type}`);
    this.name = 'UnknownEvent';
  }
}

/**
 * Which event types and versions exist. Deciders and projections see only the newest version of a
 * type; older ones are lifted when they are read.
 */
export class EventRegistry {
  private readonly known = new Set<string>();
  private readonly upcasters = new Map<string, Upcaster>();

  /** Of everything in the contexts. @throws ConfigurationError that says what to write */
  static of(contexts: readonly EventsOfContext[]): EventRegistry {
    const registry = new EventRegistry();
    for (const { deciders, upcasters = [] } of contexts) {
      for (const { evolve } of deciders) registry.register(Object.keys(evolve));
      for (const { from, to, upcast } of upcasters) registry.registerUpcaster(from, to, upcast);
    }
    const wrong = [...registry.upcasters.values()].flatMap((one) => registry.wrongIn(one));
    if (wrong.length > 0) throw new ConfigurationError(wrong.join('; '));
    return registry;
  }

  /** @param types newest versions, such as `youth-concern.case-opened.v1` */
  register(types: Iterable<string>): this {
    for (const type of types) this.known.add(wellFormed(type));
    return this;
  }

  /**
   * `from` was written once and is read as `to`, which may itself be an older version.
   * @throws ConfigurationError when it is read as something else already
   */
  registerUpcaster(from: string, to: string, upcast: Upcaster['upcast']): this {
    const other = this.upcasters.get(wellFormed(from));
    if (other) {
      throw new ConfigurationError(
        `two upcasters from ${from}, to ${other.to} and to ${to}: write one, which leads to the next version`,
      );
    }
    this.upcasters.set(from, { from, to, upcast });
    return this;
  }

  /** Newest versions, sorted. */
  get types(): string[] {
    return [...this.known].sort();
  }

  /** Every version that can be read, sorted. */
  get readable(): string[] {
    return [...this.known, ...this.upcasters.keys()].sort();
  }

  /** Whether an event of this type may be written: newest versions only. */
  has(type: string): boolean {
    return this.known.has(type);
  }

  /** The type as which one in the log is read. @throws UnknownEvent */
  readAs(type: string): string {
    const now = this.stepsFrom(type).at(-1)?.to ?? type;
    if (!this.known.has(now)) throw new UnknownEvent(now);
    return now;
  }

  /** The event in its newest version. @throws UnknownEvent */
  newest(type: string, data: object): Read {
    if (this.known.has(type)) return { type, data };
    const newest = this.stepsFrom(type).reduce((before, { upcast }) => upcast(before), data);
    return { type: this.readAs(type), data: newest, asWritten: { type, data } };
  }

  /**
   * Prefixes that the types in the log have, of all that are read as types with these prefixes: whoever
   * asks for events in their newest version gets those that were written in an older one too.
   */
  prefixesInLog(prefixes: readonly string[]): string[] {
    const older = [...this.upcasters.keys()].filter((type) =>
      prefixes.some((prefix) => this.readAs(type).startsWith(prefix)),
    );
    return [...prefixes, ...older];
  }

  /** The upcasters that lead from a type to its newest version, in order; none from that itself. */
  private stepsFrom(type: string): Upcaster[] {
    const steps: Upcaster[] = [];
    let next = this.upcasters.get(type);
    while (next && !steps.includes(next)) {
      steps.push(next);
      next = this.upcasters.get(next.to);
    }
    return steps;
  }

  /** Why an upcaster leads to no event that is known, each with what to write. */
  private wrongIn({ from, to }: Upcaster): string[] {
    const name = `the upcaster from ${from} to ${to}`;
    const programme = from.slice(0, from.indexOf('.') + 1);
    if (!to.startsWith(programme)) {
      return [
        `${name}: an event stays in its programme: write a type that begins with ${programme}`,
      ];
    }
    if (this.known.has(from)) {
      return [
        `${name}: a decider has a step for ${from} still: write the step for ${to} in its place`,
      ];
    }
    const end = this.stepsFrom(from).at(-1)?.to ?? to;
    if (this.known.has(end)) return [];
    if (this.upcasters.has(end)) {
      return [
        `${name}: it goes round in a circle by ${end}: write which of them is the newest, and no upcaster from that`,
      ];
    }
    return [`${name}: no decider has a step for ${end}: write it, or an upcaster from there`];
  }
}

function wellFormed(type: string): string {
  if (/^[a-z0-9-]+\.[a-z0-9-]+\.v[1-9]\d*$/.test(type)) return type;
  throw new Error(`${type} is not of the form <programme>.<subject-verbed>.v<n>`);
}
