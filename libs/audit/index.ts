export { AuditController } from './audit.controller.js';
export { Deciders, replay, type Replay, type ReplayStep } from './replay.js';
export { replayedStream } from './replayed-stream.js';
