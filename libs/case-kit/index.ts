export { assigning } from './lifecycle/assigning.js';
export { correcting } from './lifecycle/correcting.js';
export { merging } from './lifecycle/merging.js';
export { together } from './lifecycle/together.js';
export { voiding } from './lifecycle/voiding.js';
export {
  begun,
  ending,
  endsAfterItBegan,
  extending,
  goingOn,
  reopening,
} from './lifecycle/reopening.js';
export {
  type AnyUnit,
  type Done,
  type EventsOf,
  type NoUnit,
  type UnitState,
  decider,
  kindOf,
  nothingYet,
  stepFor,
  typeOf,
} from './unit-decider.js';
export {
  type Asked,
  acting,
  beginning,
  beginningOrSame,
  counted,
  homeInTheWholeCity,
  isMerged,
  isVoid,
  guarded,
  happened,
  homeOf,
  live,
  notBeforeItBegan,
  notInTheFuture,
  recording,
  step,
  subjectOf,
  underlying,
} from './unit.js';
export * from './shared-codes.js';
export {
  type Dictionary,
  type Language,
  type WordsFor,
  dictionary,
  inWords,
  sharedCodes,
} from './journal/words.js';
export {
  type Episode,
  type EpisodeDay,
  type Episodes,
  areInOrder,
  dayOf,
  ended,
  lastOf,
  withDay,
} from './lifecycle/episodes.js';
export { type PlannedUnit, cancelling, holding, planIsInOrder } from './lifecycle/planning.js';
