export { LookUps } from './look-ups.js';
export { genders, type Gender, type Particulars } from './particulars.js';
export { people } from './people.js';
export { peopleMigrations } from './people-migrations.js';
export { readCpr } from './cpr.js';
export { CprTaken, Register, type Subject } from './register.js';
export { SearchTokens } from './search-token.js';
