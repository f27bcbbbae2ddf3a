import { randomUUID } from 'node:crypto';
import { streamOf } from '@sikkerby/commands';
import { WrongRevision, type EventStore } from '@sikkerby/event-store';
import { dayInCopenhagen, decide, fold, type Actor } from '@sikkerby/kernel';
import { employee } from './employee.js';
import { employeeId } from './employee-id.js';

/** Makes these the districts that somebody works for, no more and no fewer. */
export async function workFor(
  store: EventStore,
  user: string,
  districts: readonly string[],
  actor: Actor,
): Promise<void> {
  const stream = streamOf(employee, employeeId(user));
  const today = dayInCopenhagen(new Date());
  const correlationId = randomUUID();
  for (;;) {
    const history = await store.readStream(stream);
    const now = fold(employee, employee.initialState, history);
    const commands = [
      ...districts.map((district) => ({ type: 'grant-district', district })),
      ...now.districts
        .filter((district) => !districts.includes(district))
        .map((district) => ({ type: 'end-district', district })),
    ];
    const events = commands.flatMap(({ type, district }) =>
      decide(employee, { type, data: { user, district }, occurredOn: today, today, actor }, now),
    );
    if (events.length === 0) return;
    const envelopes = events.map((event) => ({ ...event, id: randomUUID(), actor, correlationId }));
    try {
      await store.append(stream, history.at(-1)?.revision ?? 'none', envelopes);
      return;
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
    }
  }
}
