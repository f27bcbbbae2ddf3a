import type { RecordedEvent } from '@sikkerby/kernel';
import type { Projection, Row, StreamRows, Table } from '@sikkerby/projections';
import { jsonOf } from '../../support/json.js';

/** Folds events by the plainest means, taking all rows to text and back between batches. */
export function foldInBatches(
  projection: Projection,
  batches: readonly (readonly RecordedEvent[])[],
): Map<Table, Row[]> {
  let streams = new Map<string, Map<Table, Map<string, Row>>>();
  for (const batch of batches) {
    for (const event of batch) {
      const tables = streams.get(event.stream) ?? new Map<Table, Map<string, Row>>();
      streams.set(event.stream, tables);
      projection.fold(event, rowsOf(event.stream, tables));
    }
    streams = new Map([...streams].map(([stream, tables]) => [stream, storedAndRead(tables)]));
  }
  const all = [...streams.values()];
  return new Map(
    projection.tables.map((table) => [
      table,
      all.flatMap((tables) => [...(tables.get(table)?.values() ?? [])]),
    ]),
  );
}

function rowsOf(stream: string, tables: Map<Table, Map<string, Row>>): StreamRows {
  const of = (table: Table) => tables.get(table) ?? new Map<string, Row>();
  return {
    get: <R extends Row>(table: Table<R>, key = '') => of(table).get(key) as R | undefined,
    all: <R extends Row>(table: Table<R>) => [...of(table).values()] as R[],
    put: (table, row) => {
      const key = row.key ?? '';
      tables.set(table, new Map(of(table)).set(key, { ...row, stream, key }));
    },
    remove: (table, key = '') => void of(table).delete(key),
  };
}

function storedAndRead(tables: Map<Table, Map<string, Row>>): Map<Table, Map<string, Row>> {
  return new Map(
    [...tables].map(([table, rows]) => [
      table,
      new Map(jsonOf<[string, Row][]>(JSON.stringify([...rows]))),
    ]),
  );
}
