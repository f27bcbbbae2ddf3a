import type { Logger } from '@sikkerby/configuration';
import { DecideHandler } from '@sikkerby/commands';
import { keepErasing } from '@sikkerby/erasure';
import { runProjections } from '@sikkerby/projections';
import { runReactions } from '@sikkerby/reactions';
import { reactions, type System } from '@sikkerby/system';

/**
 * Keeps every read model up to date, reacts to what is recorded, and carries erasures on, until the
 * signal is aborted.
 */
export async function runProjector(
  system: System,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const { projections, store, projectorPool, appPool, readModels, register, erasing } = system;
  const { personalData, usedKeys, policies } = system;
  const handler = new DecideHandler(store, personalData, usedKeys, policies);
  const clock = () => new Date();
  await Promise.all([
    runProjections({ projections, store, pool: projectorPool, signal, logger }),
    runReactions({
      ...{ reactions, store, handler, pool: appPool, readModels, register },
      ...{ signal, logger, clock },
    }),
    keepErasing({ erasing, store, signal, logger }),
  ]);
}
