import {
  day,
  decide,
  fold,
  positionAfter,
  type AnyDecider,
  type Decider,
  type RecordedEvent,
} from '@sikkerby/kernel';

/** A command to a unit of that name: its act, the day, and what it says. */
export type Move = readonly [
  decider: AnyDecider,
  unit: string,
  act: string,
  on: string,
  data?: object,
];

const actor = { user: 'probe.worker', role: 'probe', organisation: 'probe' };

/** The log that these commands leave, each decided by the rules after the ones before it. */
export function played(moves: readonly Move[]): RecordedEvent[] {
  const log: RecordedEvent[] = [];
  for (const [anyDecider, unit, type, on, data = {}] of moves) {
    const decider = anyDecider as Decider<object>;
    const stream = `${decider.category}-${unit}`;
    const history = log.filter((event) => event.stream === stream);
    const state = fold(decider, decider.initialState, history);
    const command = { type, data, occurredOn: day(on), today: day('2026-01-01'), actor };
    for (const [index, event] of decide(decider, command, state).entries()) {
      const number = log.length + 1;
      log.push({
        ...event,
        id: `event-${String(number)}`,
        stream,
        revision: history.length + index,
        position: positionAfter(number),
        recordedAt: '2026-01-01T00:00:00.000Z',
        actor,
        correlationId: 'test',
      });
    }
  }
  return log;
}
