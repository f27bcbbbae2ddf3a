import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import { fold, type Decider, type RecordedEvent } from '@sikkerby/kernel';

/** A unit as its events have made it. */
export interface Unit<State> {
  readonly state: State;
  /** Undefined when the unit does not exist. */
  readonly revision: number | undefined;
  readonly events: readonly RecordedEvent[];
}

/** Units as the rules see them, read from the log and never from a read model. */
@Injectable()
export class Decisions {
  constructor(@Inject(EventStore) private readonly store: Pick<EventStore, 'readStream'>) {}

  async state<State>(decider: Decider<State>, id: string): Promise<Unit<State>> {
    const events = await this.store.readStream(streamOf(decider, id));
    return {
      state: fold(decider, decider.initialState, events),
      revision: events.at(-1)?.revision,
      events,
    };
  }
}

/** Name of the unit's stream, `<category>-<id>`. */
export function streamOf(decider: Pick<Decider, 'category'>, id: string): string {
  return `${decider.category}-${id}`;
}
