export { programmes } from './programmes.js';
