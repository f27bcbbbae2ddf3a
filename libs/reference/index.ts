export * from './centres.js';
export * from './districts.js';
export * from './sharing.js';
