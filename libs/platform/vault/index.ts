export { KeyFiles, KeyGone, type KeyRing } from './key-ring.js';
export { rotateKeys } from './rotate-keys.js';
export { vaultMigrations } from './vault-migrations.js';
export { matchKeyVersions } from './match-key-versions.js';
export {
  isOfTheErased,
  PersonalData,
  PersonErased,
  TextTamperedWith,
  type KeptText,
  type PersonalText,
} from './personal-data.js';
export { PostgresPersonalData } from './postgres-personal-data.js';
export { derivedKey, keyedDigest } from './sealing.js';
