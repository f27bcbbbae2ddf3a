export type { Actor } from './actor.js';
export * from './day.js';
export * from './decider.js';
export type { DomainEvent, Position, RecordedEvent, VaultText } from './event.js';
export * from './happening.js';
export { keysOf } from './keys-of.js';
export { Rejection, refuseUnless } from './rejection.js';
export { upcaster, type Upcaster } from './upcaster.js';
export * from './testing.js';
