import {
  AppendTooLarge,
  EventTooLarge,
  StoreAway,
  StoreRefuses,
  UnreadableLog,
} from '@sikkerby/event-store';
import { isDatabaseAway } from '@sikkerby/postgres';
import { CommanderError } from 'commander';
import { UserError } from './program.js';

/** sysexits.h: the command was used incorrectly. */
const misused = 64;
/** sysexits.h: a service is unavailable. */
const unavailable = 69;

/** How a command ends that fails. */
export interface Failure {
  readonly exitCode: number;
  /** What to do; undefined when it was said already. */
  readonly line?: string;
}

/** Those whose messages hold nothing that was sent. */
const kindsWithALine = [UserError, UnreadableLog, AppendTooLarge, EventTooLarge, StoreRefuses];

/** Undefined for what nobody foresaw. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : misused };
  if (error instanceof StoreAway || isDatabaseAway(error)) {
    return { exitCode: unavailable, line: 'the storage does not answer: try again when it does' };
  }
  if (error instanceof Error && kindsWithALine.some((kind) => error instanceof kind)) {
    return { exitCode: 1, line: error.message };
  }
  return undefined;
}
