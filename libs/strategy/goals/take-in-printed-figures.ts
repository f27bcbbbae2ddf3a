import { idOf, takeIn } from '@sikkerby/commands';
import type { EventStore } from '@sikkerby/event-store';
import { observation, observationWords } from './goal-observation.js';
import { printedFigures, printedOn } from './printed-figures.js';

/** Records what the strategy prints and is not recorded yet; what was made of it since stays. */
export async function takeInPrintedFigures(store: EventStore): Promise<void> {
  const figures = printedFigures.map((data) => ({
    ...{ id: idOf(observationWords(data)), type: 'record', data, occurredOn: printedOn },
  }));
  await takeIn(store, observation, figures);
}
