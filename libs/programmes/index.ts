export type { Programme } from './programme.js';
export { programmes } from './programmes.js';
export { page, PageQuery, placeOf } from './paging.requests.js';
