import { idOf, takeIn, type Writing } from '@sikkerby/commands';
import { observation, observationWords } from './goal-observation.js';
import { printedFigures, printedOn } from './printed-figures.js';

/** Records what the strategy prints and is not recorded yet; what was made of it since stays. */
export async function takeInPrintedFigures(writing: Writing): Promise<void> {
  const figures = printedFigures.map((data) => ({
    id: idOf(observationWords(data)),
    act: 'record',
    data,
    occurredOn: printedOn,
  }));
  await takeIn(writing, observation, figures);
}
