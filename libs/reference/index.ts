export * from './districts.js';
export * from './sharing.js';
