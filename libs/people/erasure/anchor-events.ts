import { EventRegistry } from '@sikkerby/event-store';
import type { Programme } from '@sikkerby/case-kit/edge';

/** The events of each programme, with any of which a period may begin. */
export class AnchorEvents {
  private readonly registry: EventRegistry;

  constructor(programmes: readonly Programme[]) {
    this.registry = EventRegistry.of(programmes);
  }

  of(programme: string): readonly string[] {
    return this.registry.types.filter((type) => type.startsWith(`${programme}.`));
  }

  /** The type as which the events are read now with which the period of an older rule begins. */
  readAs(anchor: string): string {
    return this.registry.readAs(anchor);
  }
}
