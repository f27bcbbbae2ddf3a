export {
  attack,
  intervalsOf,
  knownOf,
  unsafe,
  verify,
  type AttackOptions,
  type Protected,
} from './attack.js';
export { openAttacker, type Attacker, type AttackerOptions, type Extent } from './attacker.js';
export type { Cell, Interval, Known, Problem, Range, Sum } from './protection-problem.js';
export { Contradiction } from './reduction.js';
export { SolverFailed } from './solver.js';
export type { Answer } from './steps.js';
export { NotProtected, protect, type Protection, type ProtectOptions } from './protect.js';
export { roundToFive, type NotRounded, type Rounded, type RoundedCell } from './rounding.js';
