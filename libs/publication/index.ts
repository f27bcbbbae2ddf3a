export { undecided } from './tables/decided.js';
export { Drafts, type DrawnRelease } from './releases/drafts.js';
export { mayBeSampled } from './tables/published-tables.js';
export type { Release } from './releases/release.js';
export { Releases } from './releases/releases.js';
export { publication } from './publication-context.js';
export { whoMay as whoMayPublish } from './publication-roles.js';
