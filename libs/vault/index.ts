export { vaultMigrations } from './vault-migrations.js';
export { PersonalData, TextTamperedWith, type PersonalText } from './personal-data.js';
export { PostgresPersonalData } from './postgres-personal-data.js';
export { derivedKey, keyedDigest } from './sealing.js';
