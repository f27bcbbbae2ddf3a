import type { Identity } from '@sikkerby/access';
import { Decide, NoSuchUnit, streamOf } from '@sikkerby/commands';
import { fold, Rejection, type RecordedEvent } from '@sikkerby/kernel';
import type { UnitDefinition } from '@sikkerby/case-kit/edge';
import { recordIntake, type IntakeParts } from './intake.js';
import { intentOf } from './intent-of.js';
import { takenIn } from './taken-in.js';

/**
 * Undoes an intake by compensating events: everything that its rows began is voided, in order; what
 * was voided since stays so. @returns how many were voided
 * @throws NoSuchUnit when there was no such intake
 */
export async function takeBack(
  parts: Pick<IntakeParts, 'store' | 'pipeline'>,
  units: readonly UnitDefinition[],
  intake: string,
  identity: Identity,
): Promise<number> {
  const state = fold(
    takenIn,
    takenIn.initialState,
    await parts.store.readStream(streamOf(takenIn, intake)),
  );
  const unit =
    state.status === 'nothing-yet'
      ? undefined
      : units.find(
          ({ decider, path }) => decider.programme === state.programme && path === state.units,
        );
  if (!unit) throw new NoSuchUnit();
  let voided = 0;
  for await (const event of eventsOf(parts, unit, intake)) {
    if (await undo(parts, unit, event, intake, identity)) voided += 1;
  }
  await recordIntake(parts, intake, 'take-back', { voided }, identity);
  return voided;
}

async function* eventsOf(
  { store }: Pick<IntakeParts, 'store'>,
  { decider }: UnitDefinition,
  intake: string,
): AsyncGenerator<RecordedEvent> {
  const typePrefixes = [`${decider.programme}.`];
  for await (const { events } of store.readAll({ typePrefixes })) {
    yield* events.filter(
      ({ correlationId, stream, reason }) =>
        correlationId === intake && stream.startsWith(`${decider.category}-`) && !reason,
    );
  }
}

/** False when it was undone before. */
async function undo(
  { store, pipeline }: Pick<IntakeParts, 'store' | 'pipeline'>,
  { decider, undo = byVoiding }: UnitDefinition,
  event: RecordedEvent,
  intake: string,
  identity: Identity,
): Promise<boolean> {
  const { act, body } = undo(event as never);
  const id = event.stream.slice(decider.category.length + 1);
  const [last] = await store.readStream(event.stream, { backwards: true, limit: 1 });
  const expected = last?.revision ?? ('none' as const);
  const intent = { ...intentOf(identity, intake, `undo ${event.id}`), expected };
  try {
    const receipt = await pipeline.execute(new Decide(decider, id, act, body, intent));
    return receipt.revision !== last?.revision;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}

const byVoiding = () => ({ act: 'void', body: { reason: 'registered-in-error' } });
