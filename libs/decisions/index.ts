export { atAnyRevision } from './at-any-revision.js';
export { Decide } from './decide.command.js';
export { Decisions, streamOf, type Unit } from './decisions.js';
export { idFrom, idOf, type Intent } from './intent.js';
export { Receipt } from './receipt.answers.js';
export { KeyReused, NoSuchUnit, Refused, StaleRevision } from './refusals.js';
export { sealedField, sealedFieldsOf } from './sealed-fields.js';
export { DecideHandler } from './decide.js';
export { UsedKeys } from './used-keys.js';
