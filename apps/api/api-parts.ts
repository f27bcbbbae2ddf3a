import type { Identities, Policies, ReadLog, Standings } from '@sikkerby/access';
import type { Logger } from '@sikkerby/configuration';
import type { UsedKeys } from '@sikkerby/commands';
import type { EventStore } from '@sikkerby/event-store';
import type { MonthlySample } from '@sikkerby/oversight';
import type { LookUps, Register, SearchTokens } from '@sikkerby/people';
import type { PersonalData } from '@sikkerby/vault';
import type { Context } from '@sikkerby/case-kit/edge';
import type { Projection, ReadModels } from '@sikkerby/projections';
import type pg from 'pg';

/** What the API is made of. It opens nothing of it and closes nothing. */
export interface ApiParts {
  readonly programmes: readonly Context[];
  readonly projections: readonly Projection[];
  readonly store: EventStore;
  readonly personalData: PersonalData;
  readonly usedKeys: UsedKeys;
  readonly readModels: ReadModels;
  readonly identities: Identities;
  readonly standings: Standings;
  readonly policies: Policies;
  readonly readLog: ReadLog;
  readonly monthlySample: MonthlySample;
  readonly register: Register;
  readonly lookUps: LookUps;
  readonly searchTokens: SearchTokens;
  /** For the health of the database and of the projections. */
  readonly pool: pg.Pool;
  readonly logger: Logger;
  /** Requests that one user may send in a minute. */
  readonly requestsPerMinute: number;
  /** Of those, the ones with a CPR number: searches, registrations and changes. */
  readonly cprLookUpsPerMinute: number;
}
