import type { Programme } from '@sikkerby/case-kit/edge';
import { EventRegistry } from '@sikkerby/event-store';

/** The events of each programme, with any of which a period may begin. */
export class AnchorEvents {
  private known: EventRegistry | undefined;

  constructor(private readonly programmes: readonly Programme[]) {}

  of(programme: string): readonly string[] {
    return this.registry.types.filter((type) => type.startsWith(`${programme}.`));
  }

  /**
   * The type as which the events are read now with which the period of an older rule begins. A rule
   * whose event is known no more proposes nobody, and stops no other.
   */
  readAs(anchor: string): string {
    return this.registry.readable.includes(anchor) ? this.registry.readAs(anchor) : anchor;
  }

  /** Made when it is first asked for: an upcaster that is wrong is refused by the start, in one line. */
  private get registry(): EventRegistry {
    return (this.known ??= EventRegistry.of(this.programmes));
  }
}
