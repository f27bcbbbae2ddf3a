export * from '../programmes/repairs.js';
export * from '../programmes/unit.js';
export * from '../programmes/unit-testing.js';
