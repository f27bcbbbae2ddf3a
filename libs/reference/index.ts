export * from './centres.js';
export * from './districts.js';
