export { undecided } from './decided.js';
export { Drafts, type DrawnRelease } from './drafts.js';
export { mayBeSampled } from './published-tables.js';
export type { Release } from './release.js';
export { Releases } from './releases.js';
export { publication } from './publication-context.js';
export { whoMay as whoMayPublish } from './who-may.js';
