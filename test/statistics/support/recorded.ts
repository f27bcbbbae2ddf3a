import { day, positionAfter, type RecordedEvent } from '@sikkerby/kernel';

/** Events as the log would hold them: unit, type and data, in that order. */
export function recorded(
  events: readonly (readonly [unit: string, type: string, data: object])[],
): RecordedEvent[] {
  return events.map(([unit, type, data], index) => ({
    ...{ type, data, occurredOn: day('2017-05-01'), revision: index, correlationId: 'test' },
    id: `event-${String(index)}`,
    stream: `made_up-${unit}`,
    position: positionAfter(index + 1),
    recordedAt: '2020-01-01T00:00:00.000Z',
    actor: { user: 'anna', role: 'ssp-caseworker', organisation: 'ssp' },
  }));
}
