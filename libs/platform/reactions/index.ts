export { everywhere, reactor } from './give-once.js';
export type { DayReaction, EventReaction, GivenCommand, Known, Reaction } from './reaction.js';
export { reactionMigrations } from './reaction-migrations.js';
export { runReactions, type RunReactions } from './run-reactions.js';
