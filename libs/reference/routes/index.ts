export { itemsOf, referenceItems } from './reference-items.view.js';
export { referenceData } from './reference-data.js';
export { takeInSeeds } from './take-in-seeds.js';
