export { AccessGuard, NotYourRole } from './access.guard.js';
export { DemoIdentity } from './demo-identity.js';
export { assertDemoOnly, isLoopback } from './demo-only.js';
export { demoUser } from './demo-users.js';
export { Identities, IdentityProviderAway, NotAuthenticated } from './identities.js';
export { OidcIdentity } from './oidc-identity.js';
export { roles, type Claims, type Identity, type Role, type Standing } from './identity.js';
export {
  actions,
  Hidden,
  NotYours,
  permit,
  Policies,
  type Governed,
  type Action,
  type Decision,
  type Resource,
} from './policies.js';
export { policiesBeside } from './policies-beside.js';
export type { ProgrammeAccess } from './programme-access.js';
export { PostgresReadLog } from './postgres-read-log.js';
export { readLogMigrations } from './read-log-migrations.js';
export {
  About,
  ReadLog,
  verbs,
  type Look,
  type LookAtThem,
  type LookToReview,
  type Seen,
  type Verb,
  type Why,
} from './read-log.js';
export { Open, Roles } from './route-roles.js';
export { Standings } from './standings.js';
