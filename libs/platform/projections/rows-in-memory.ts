import type { RecordedEvent } from '@sikkerby/kernel';
import type { Projection, Row, StreamRows, Table } from './projection.js';
import type { TableShape } from './table-shape.js';

/** A row whose columns are known by name only. */
export type AnyRow = Row & Readonly<Record<string, unknown>>;

type RowsByKey = Map<string, AnyRow>;

/** Where a projection stopped understanding: no data, only whom to ask and the class of the error. */
export interface Poison {
  readonly position: string;
  readonly stream: string;
  readonly event: string;
  readonly error: string;
}

/** A row that an event put is not one that the table can hold. */
export class UnfitRow extends Error {
  constructor(table: string, property: string) {
    super(`${table}.${property} was given a value that its column does not hold`);
    this.name = 'UnfitRow';
  }
}

interface Change {
  readonly rows: RowsByKey;
  readonly key: string;
  readonly before: AnyRow | undefined;
}

/** The rows of many streams in memory, each event folded wholly or not at all. */
export class RowsInMemory implements StreamRows {
  private readonly numbers: ReadonlyMap<Table, number>;
  /** A stream's rows by the table's number; streams in the order in which they were first heard of. */
  private readonly streams = new Map<string, (RowsByKey | undefined)[]>();
  private readonly changes: Change[] = [];
  private stream = '';
  private ofStream: (RowsByKey | undefined)[] = [];

  constructor(private readonly shapes: readonly TableShape[]) {
    this.numbers = new Map(shapes.map(({ table }, number) => [table, number]));
  }

  /** Folds the event into its stream's rows; poison when that throws, the rows then as before. */
  fold(projection: Projection, event: RecordedEvent): Poison | undefined {
    this.turnTo(event.stream);
    try {
      projection.fold(event, this);
      return undefined;
    } catch (error) {
      this.undo();
      return {
        position: event.position,
        stream: event.stream,
        event: event.id,
        error: error instanceof Error ? error.constructor.name : typeof error,
      };
    } finally {
      this.changes.length = 0;
    }
  }

  get<R extends Row>(table: Table<R>, key = ''): Readonly<R> | undefined {
    return this.ofStream[this.numberOf(table)]?.get(key) as R | undefined;
  }

  /** In the order of their keys, so that it is the same for rows that were read back. */
  all<R extends Row>(table: Table<R>): readonly Readonly<R>[] {
    const found: Row[] = [...(this.ofStream[this.numberOf(table)]?.values() ?? [])];
    const rows = found as R[];
    return rows.length < 2 ? rows : rows.sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  put<R extends Row>(table: Table<R>, row: Omit<R, 'stream' | 'key'> & { key?: string }): void {
    const whole: AnyRow = { ...row, stream: this.stream, key: row.key ?? '' };
    const number = this.numberOf(table);
    for (const { property, nullable, kind } of this.shapes[number]?.columns ?? []) {
      const value = whole[property];
      if (value === null ? !nullable : !kind.holds(value)) throw new UnfitRow(table.name, property);
    }
    this.set(number, whole.key, whole);
  }

  remove<R extends Row>(table: Table<R>, key = ''): void {
    if (this.get(table, key)) this.set(this.numberOf(table), key, undefined);
  }

  /** Takes over rows that an earlier fold made. */
  load(table: Table, rows: Iterable<AnyRow>): void {
    const number = this.numberOf(table);
    for (const row of rows) {
      this.turnTo(row.stream);
      (this.ofStream[number] ??= new Map<string, AnyRow>()).set(row.key, row);
    }
  }

  has(table: Table, { stream, key }: Row): boolean {
    return this.streams.get(stream)?.[this.numberOf(table)]?.has(key) ?? false;
  }

  /** Every row of the table. */
  *of(table: Table): Generator<AnyRow> {
    const number = this.numberOf(table);
    for (const rows of this.streams.values()) yield* rows[number]?.values() ?? [];
  }

  private numberOf(table: Table): number {
    const number = this.numbers.get(table);
    if (number === undefined) throw new Error(`${table.name} is no table of this projection`);
    return number;
  }

  private turnTo(stream: string): void {
    this.stream = stream;
    const known = this.streams.get(stream);
    this.ofStream = known ?? Array<undefined>(this.shapes.length).fill(undefined);
    if (!known) this.streams.set(stream, this.ofStream);
  }

  private set(number: number, key: string, row: AnyRow | undefined): void {
    const rows = (this.ofStream[number] ??= new Map<string, AnyRow>());
    this.changes.push({ rows, key, before: rows.get(key) });
    if (row) rows.set(key, row);
    else rows.delete(key);
  }

  private undo(): void {
    for (const { rows, key, before } of this.changes.reverse()) {
      if (before) rows.set(key, before);
      else rows.delete(key);
    }
  }
}
