import type { Logger } from '@sikkerby/configuration';
import type { SystemParts } from '@sikkerby/system';
import type pg from 'pg';

/** What the API is made of. It opens nothing of it and closes nothing. */
export interface ApiParts extends SystemParts {
  /** For the health of the database and of the projections. */
  readonly pool: pg.Pool;
  readonly logger: Logger;
  /** Requests that one user may send in a minute. */
  readonly requestsPerMinute: number;
  /** Of those, the ones with a CPR number: searches, registrations and changes. */
  readonly cprLookUpsPerMinute: number;
}
