export {
  assigning,
  correcting,
  merging,
  together,
  voiding,
} from './lifecycle/voiding-merging-correcting.js';
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
