export { Erasing, type ErasingParts } from './erasing.js';
export { erasure } from './erasure.js';
export { keepErasing } from './keep-erasing.js';
export { ErasureLedger, type LedgerEntry } from './erasure-ledger.js';
export type { ErasedPerson } from './person-erasure.js';
export { replayLedger } from './replay-ledger.js';
