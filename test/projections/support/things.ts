import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@sikkerby/event-store';
import { day, type RecordedEvent } from '@sikkerby/kernel';
import type { Projection, Row } from '@sikkerby/projections';
import { MemoryStore } from './memory-store.js';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('thing')
@Index(['openedOn'])
export class Thing implements Row {
  @PrimaryColumn('text') readonly stream!: string;
  @PrimaryColumn('text') readonly key!: string;
  @Column('integer') readonly sum!: number;
  @Column('text', { nullable: true }) readonly last!: string | null;
  @Column('date', { name: 'opened_on' }) readonly openedOn!: string;
  @Column('text', { array: true }) readonly words!: readonly string[];
  @Column('jsonb') readonly codes!: object;
  @Column('boolean') readonly odd!: boolean;
}

/** One for each event, until it is taken back. */
@Entity('entry')
export class Entry implements Row {
  @PrimaryColumn('text') readonly stream!: string;
  @PrimaryColumn('text') readonly key!: string;
  @Column('text') readonly position!: string;
}

export interface Changed {
  readonly add: number;
  readonly word: string;
  /** The fold puts rows and then throws, unless it is mended. */
  readonly poison?: boolean;
  /** Revision whose entry is taken back. */
  readonly takeBack?: number;
}

export const changed = 'test-things.changed.v1';
export const unknown = 'test-things.unknown.v1';

export interface ThingsOptions {
  readonly name?: string;
  readonly version?: number;
  readonly onPoison?: Projection['onPoison'];
  /** What is poison to others is not to this one. */
  readonly mended?: () => boolean;
}

/** A read model that uses every kind of column, several rows a stream, and removals. */
export function things(options: ThingsOptions = {}): Projection {
  const { name = 'test-things.list', version = 1, onPoison = 'halt', mended } = options;
  return {
    name,
    version,
    onPoison,
    seenBy: 'everybody',
    reads: ['test-things.'],
    tables: [Thing, Entry],
    fold(event, rows) {
      const { add, word, poison, takeBack } = event.data as Changed;
      const before = rows.get(Thing);
      const sum = (before?.sum ?? 0) + add;
      rows.put(Thing, {
        sum,
        last: word === '' ? null : word,
        openedOn: before?.openedOn ?? event.occurredOn,
        words: [...(before?.words ?? []), word],
        codes: { version, seen: rows.all(Entry).map(({ key }) => key), word },
        odd: sum % 2 !== 0,
      });
      rows.put(Entry, { key: String(event.revision), position: event.position });
      if (takeBack !== undefined) rows.remove(Entry, String(takeBack));
      if (poison && !mended?.()) throw new PoisonedThing(word);
    },
  };
}

export class PoisonedThing extends Error {}

export function event(data: Changed, type = changed): NewEvent {
  return {
    id: randomUUID(),
    type,
    occurredOn: day('2017-03-01'),
    data,
    actor: { user: 'demo', role: 'ssp-caseworker', organisation: 'ssp' },
    correlationId: randomUUID(),
  };
}

/** A log of so many events over so many streams, with texts that are hard to write. */
export async function filled(streams: number, events: number): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (let at = 0; at < events; at++) {
    const word = ['', 'a\tb\\n"{},', 'æøå\n', 'NULL', '🚲'][at % 5] ?? '';
    const takeBack = at % 7 === 6 ? { takeBack: Math.floor(at / streams) - 1 } : {};
    await store.append(`thing-${String(at % streams)}`, 'exists', [
      event({ add: at, word, ...takeBack }),
    ]);
  }
  return store;
}

/** The rows as the simplest fold makes them: everything copied before each event. */
export function plainFold(projection: Projection, log: readonly RecordedEvent[]): object[] {
  let rows = new Map<string, Row & { table: string }>();
  const setAside = new Set<string>();
  for (const { stream, ...rest } of log) {
    if (setAside.has(stream)) continue;
    const next = new Map(rows);
    const id = (table: { name: string }, key: string) => `${table.name} ${stream} ${key}`;
    try {
      projection.fold(
        { stream, ...rest },
        {
          get: (table, key = '') => next.get(id(table, key)) as never,
          all: (table) =>
            [...next.values()]
              .filter((row) => row.table === table.name && row.stream === stream)
              .sort((one, other) => (one.key < other.key ? -1 : 1)) as never,
          put: (table, row) => {
            const key = row.key ?? '';
            next.set(id(table, key), { ...row, table: table.name, stream, key });
          },
          remove: (table, key = '') => next.delete(id(table, key)),
        },
      );
      rows = next;
    } catch {
      if (projection.onPoison === 'halt') break;
      setAside.add(stream);
    }
  }
  return sorted([...rows.values()].map(({ table, ...row }) => ({ table, ...row })));
}

/** In an order that does not depend on how they came about. */
export function sorted(rows: object[]): object[] {
  const text = (row: object) => JSON.stringify(Object.entries(row).sort());
  return rows.sort((one, other) => (text(one) < text(other) ? -1 : 1));
}
