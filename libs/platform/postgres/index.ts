export { isDatabaseAway } from './database-away.js';
export { GroupCommit, type GroupCommitOptions } from './group-commit.js';
export { migrate, type Migration } from './migrate.js';
export { openDatabase, type Database } from './open-database.js';
export { createPool, type PoolOptions, type Role } from './pool.js';
export { roleMigrations } from './role-migrations.js';
export { startServer } from './server.js';
export { asAsker, askerValues, setAsker, type Asker } from './as-asker.js';
