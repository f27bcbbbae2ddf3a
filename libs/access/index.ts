export { AccessGuard, NotYourRole } from './access.guard.js';
export { DemoIdentity, NotAuthenticated } from './demo-identity.js';
export { assertDemoOnly } from './demo-only.js';
export { demoUser } from './demo-users.js';
export { roles, type Identity, type Role } from './identity.js';
export { NotYours, mayAct, mayRead } from './may-act.js';
export { Open, Roles } from './routes.js';
