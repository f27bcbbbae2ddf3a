import type { DomainEvent, RecordedEvent } from '@sikkerby/kernel';
import type { Projection, Row, StreamRows, Table } from '@sikkerby/projections';

/** What each event changes in a view's rows; the others change nothing. */
export type ViewSteps<Event extends DomainEvent> = {
  readonly [Type in Event['type']]?: (
    rows: StreamRows,
    event: Extract<Event, { readonly type: Type }> & RecordedEvent,
  ) => void;
};

export interface View<Event extends DomainEvent> extends Omit<Projection, 'reads' | 'fold'> {
  readonly programme: string;
  readonly steps: readonly ViewSteps<Event>[];
}

/** Tables that are filled together, each by its own steps. */
export function view<Event extends DomainEvent>(of: View<Event>): Projection {
  const { programme, steps, ...rest } = of;
  const all = steps as readonly Partial<
    Record<string, (rows: StreamRows, event: object) => void>
  >[];
  return {
    ...rest,
    reads: [`${programme}.`],
    fold(event, rows) {
      for (const step of all) step[event.type]?.(rows, event);
    },
  };
}

/** Replaces a row, if it is there, by itself with some columns changed. */
export function change<R extends Row>(
  rows: StreamRows,
  table: Table<R>,
  columns: (row: Readonly<R>) => Partial<Omit<R, keyof Row>>,
  key = '',
): void {
  const row = rows.get(table, key);
  if (row) rows.put(table, { ...row, ...columns(row) });
}

/** The id of the unit whose events a stream holds. */
export function unitOf({ stream }: Pick<RecordedEvent, 'stream'>): string {
  return stream.slice(stream.indexOf('-') + 1);
}
