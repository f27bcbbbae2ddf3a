import { expect, it } from '@jest/globals';
import {
  AppendTooLarge,
  DamagedStream,
  StoreAway,
  StoreRefuses,
  UnknownEvent,
} from '@sikkerby/event-store';
import { CommanderError } from 'commander';
import { failureOf } from '../../apps/cli/failure.js';
import { UserError } from '../../apps/cli/program.js';

const away = { exitCode: 69, line: 'the storage does not answer: try again when it does' };
const noConnection = Object.assign(new Error('connect 10.0.0.1'), { code: 'ECONNREFUSED' });

it.each<[what: string, error: unknown, failure: object | undefined]>([
  ['what the user asked for is not there', new UserError('no such year'), { exitCode: 1 }],
  ['EventStoreDB is away', new StoreAway('EventStoreDB: unavailable'), away],
  ['EventStoreDB refuses', new StoreRefuses('access-denied'), { exitCode: 1 }],
  ['PostgreSQL is away', noConnection, away],
  ['PostgreSQL is away, for TypeORM', { driverError: noConnection }, away],
  ['an event is unknown', new UnknownEvent('youth.note-lost.v1'), { exitCode: 1 }],
  ['a stream was touched', new DamagedStream('youth-1', 'it was deleted'), { exitCode: 1 }],
  ['an append is too large', new AppendTooLarge('MaxAppendSize', 1024), { exitCode: 1 }],
  ['the command was misspelt', new CommanderError(1, 'x', 'said already'), { exitCode: 64 }],
  ['help was asked for', new CommanderError(0, 'x', 'said already'), { exitCode: 0 }],
  ['nobody foresaw it', new TypeError('a value of somebody'), undefined],
])('when %s a command ends with its exit code, and a line that says what to do', (...given) => {
  const [, error, failure] = given;
  const found = failureOf(error);
  if (failure) expect(found).toMatchObject(failure);
  else expect(found).toBeUndefined();
  const isSaidAlready = error instanceof CommanderError;
  if (found) expect(found.line === undefined).toBe(isSaidAlready);
});
