export * from './districts.js';
