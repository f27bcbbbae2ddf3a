import type { Projection } from '@sikkerby/projections';
import type pg from 'pg';

/** What the API's health depends on. */
export class HealthSources {
  constructor(
    readonly pool: pg.Pool,
    readonly projections: readonly Projection[],
  ) {}
}
