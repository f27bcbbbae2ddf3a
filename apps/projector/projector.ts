import type { Logger } from '@sikkerby/configuration';
import { keepErasing } from '@sikkerby/erasure';
import { runProjections } from '@sikkerby/projections';
import type { System } from '@sikkerby/system';

/** Keeps every read model up to date, and carries erasures on, until the signal is aborted. */
export async function runProjector(
  system: System,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const { projections, store, projectorPool: pool, erasing } = system;
  await Promise.all([
    runProjections({ projections, store, pool, signal, logger }),
    keepErasing({ erasing, store, signal, logger }),
  ]);
}
