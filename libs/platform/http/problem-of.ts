import {
  Hidden,
  IdentityProviderAway,
  NotAuthenticated,
  NotYourRole,
  NotYours,
} from '@sikkerby/access';
import { KeyReused, NoSuchUnit, Refused, StaleRevision } from '@sikkerby/commands';
import {
  AppendTooLarge,
  DamagedStream,
  EventTooLarge,
  StoreAway,
  StoreRefuses,
} from '@sikkerby/event-store';
import { Rejection } from '@sikkerby/kernel';
import { isDatabaseAway } from '@sikkerby/postgres';
import { ReadModelBehind } from '@sikkerby/projections';
import { Problem } from './problem.js';
import type { ProblemKind } from './problem-kinds.js';

/** What the framework finds wrong, before any of our code sees the request. */
const byStatus = new Map<unknown, ProblemKind>([
  [400, 'malformed-request'],
  [404, 'not-found'],
  [413, 'body-too-large'],
  [415, 'not-json'],
  [429, 'too-many-requests'],
  [503, 'timed-out'],
]);

const byError = [
  [NotAuthenticated, 'not-authenticated'],
  [IdentityProviderAway, 'identity-provider-away'],
  [NotYourRole, 'not-your-role'],
  [NotYours, 'not-your-unit'],
  [NoSuchUnit, 'not-found'],
  [Hidden, 'not-found'],
  [KeyReused, 'key-reused'],
  [ReadModelBehind, 'read-model-behind'],
  [StoreAway, 'storage-away'],
  [StoreRefuses, 'storage-refuses'],
  [EventTooLarge, 'event-too-large'],
  [DamagedStream, 'damaged-stream'],
] as const;

/** The problem that an error is; undefined for one that nobody foresaw. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof Rejection) return refusal(error);
  if (error instanceof StaleRevision) return stale(error);
  if (error instanceof AppendTooLarge) {
    return new Problem('append-too-large', { detail: `${error.setting} ${String(error.limit)}` });
  }
  const known = byError.find(([type]) => error instanceof type);
  if (known) return new Problem(known[1]);
  if (isDatabaseAway(error)) return new Problem('storage-away');
  const kind = byStatus.get(statusOf(error));
  return kind && new Problem(kind);
}

function refusal(error: Rejection): Problem {
  return new Problem('refused-by-a-rule', {
    rule: error.rule,
    ...(error instanceof Refused ? { commands: error.allowed } : {}),
  });
}

function stale({ actual, missed }: StaleRevision): Problem {
  return new Problem('stale-revision', {
    revision: actual,
    missed: missed.map(({ type, revision, occurredOn, recordedAt, actor }) => ({
      ...{ type, revision, occurredOn, recordedAt },
      user: actor.user,
    })),
  });
}

function statusOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('getStatus' in error && typeof error.getStatus === 'function') {
    return (error as { getStatus(): unknown }).getStatus();
  }
  return 'statusCode' in error ? error.statusCode : undefined;
}
