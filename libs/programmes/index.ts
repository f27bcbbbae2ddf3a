export type { Programme } from './programme.js';
export { programmes } from './programmes.js';
