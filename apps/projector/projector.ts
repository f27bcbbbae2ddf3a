import type { Logger } from '@sikkerby/configuration';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandPipeline } from '@sikkerby/commands';
import { Erasing, keepErasing } from '@sikkerby/erasure';
import { runProjections } from '@sikkerby/projections';
import { runReactions } from '@sikkerby/reactions';
import { reactions, type System } from '@sikkerby/system';

/**
 * Keeps every read model up to date, reacts to what is recorded, and carries erasures on, until the
 * signal is aborted.
 * @param container of the same system: the API's in one process with it
 */
export async function runProjector(
  system: System,
  container: Pick<INestApplicationContext, 'get'>,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const { projections, store, projectorPool, appPool, readModels, register } = system;
  const pipeline = container.get(CommandPipeline, { strict: false });
  const erasing = container.get(Erasing, { strict: false });
  const clock = () => new Date();
  await Promise.all([
    runProjections({ projections, store, pool: projectorPool, signal, logger }),
    runReactions({
      reactions,
      store,
      pipeline,
      pool: appPool,
      readModels,
      register,
      ...{ signal, logger, clock },
    }),
    keepErasing({ erasing, store, signal, logger }),
  ]);
}
