import { UnreadableLog } from './event-store.js';

/** Makes the data of one version of an event into those of the next. Pure. */
export type Upcaster = (data: object) => object;

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
  private readonly upcasters = new Map<string, { to: string; upcast: Upcaster }>();

  /** @param types newest versions, such as `youth-concern.case-opened.v1` */
  register(types: Iterable<string>): this {
    for (const type of types) {
      if (!/^[a-z0-9-]+\.[a-z0-9-]+\.v[1-9]\d*$/.test(type)) {
        throw new Error(`${type} is not of the form <programme>.<subject-verbed>.v<n>`);
      }
      this.known.add(type);
    }
    return this;
  }

  /** `from` was written once and is read as `to`, which may itself be an older version. */
  registerUpcaster(from: string, to: string, upcast: Upcaster): this {
    this.upcasters.set(from, { to, upcast });
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

  /** The event in its newest version. @throws UnknownEvent */
  newest(type: string, data: object): { type: string; data: object } {
    while (!this.known.has(type)) {
      const step = this.upcasters.get(type);
      if (!step) throw new UnknownEvent(type);
      data = step.upcast(data);
      type = step.to;
    }
    return { type, data };
  }
}
