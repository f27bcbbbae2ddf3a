import type { Logger } from '@sikkerby/configuration';
import { runProjections } from '@sikkerby/projections';
import type { System } from '@sikkerby/system';

/** Keeps every read model up to date until the signal is aborted. */
export function runProjector(system: System, logger: Logger, signal: AbortSignal): Promise<void> {
  const { projections, store, projectorPool: pool } = system;
  return runProjections({ projections, store, pool, signal, logger });
}
