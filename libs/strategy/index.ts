export { takeInPrintedFigures } from './goals/take-in-printed-figures.js';
export { strategy, strategyUnits } from './strategy.js';
