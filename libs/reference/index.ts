export * from './centres.js';
export * from './districts.js';
export * from './place-on-map.js';
export * from './reference-item.js';
export * from './reference-kinds.js';
export { seeds } from './seeds/seeds.js';
export type { Seed } from './seeds/seed.js';
export * from './sharing.js';
export { isSmall, threshold } from './small-counts.js';
