import { DataSource, Table as SchemaTable, type EntityMetadata } from 'typeorm';
import { arrayOf, columnKinds, type ColumnKind } from './column-kinds.js';
import type { Projection, Table } from './projection.js';

/** A column of a read model: name in the entity, name and type in the database. */
export interface ColumnShape {
  readonly property: string;
  readonly name: string;
  readonly definition: string;
  readonly nullable: boolean;
  readonly kind: ColumnKind;
}

/** What is known of a table of a read model from its entity; its schema is that of a generation. */
export interface TableShape {
  readonly table: Table;
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  /** Definitions after `create index on <table>`. */
  readonly indexes: readonly string[];
}

/** Reads entities as TypeORM does, without a connection. */
class Entities extends DataSource {
  constructor(tables: readonly Table[]) {
    super({ type: 'postgres', entities: [...tables] });
  }

  async shapes(tables: readonly Table[]): Promise<TableShape[]> {
    await this.buildMetadatas();
    return tables.map((table) => this.shape(this.getMetadata(table), table));
  }

  private shape(metadata: EntityMetadata, table: Table): TableShape {
    const { tableName: name } = metadata;
    const described = SchemaTable.create(metadata, this.driver);
    const keys = described.primaryColumns.map((column) => column.name).sort();
    if (keys.join() !== 'key,stream') throw new Error(`${name}: its key is (stream, key)`);
    if (described.uniques.length > 0 || described.indices.some((index) => index.isUnique)) {
      throw new Error(`${name}: a unique column would make one stream's rows depend on another's`);
    }
    const columns = described.columns.map((column): ColumnShape => {
      const property =
        metadata.findColumnWithDatabaseName(column.name)?.propertyName ?? column.name;
      const known = columnKinds[column.type];
      if (!known) throw new Error(`${name}.${property}: no read model holds a ${column.type}`);
      const inOrder = column.collation ?? (column.isPrimary ? 'C' : undefined);
      const collation = inOrder === undefined ? '' : ` COLLATE ${quote(inOrder)}`;
      const nullable = column.isNullable;
      return {
        property,
        name: column.name,
        definition: `${quote(column.name)} ${this.driver.createFullType(column)}${collation}${nullable ? '' : ' NOT NULL'}`,
        nullable,
        kind: column.isArray ? arrayOf(known) : known,
      };
    });
    const indexes = described.indices.map(
      ({ columnNames, where }) =>
        `(${columnNames.map(quote).join(', ')})${where ? ` WHERE ${where}` : ''}`,
    );
    return { table, name, columns, indexes };
  }
}

/** A name as an identifier of SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const shapes = new WeakMap<Projection, Promise<readonly TableShape[]>>();

/** The tables of the projection. @throws Error when an entity is none that a read model can have */
export function shapesOf(projection: Projection): Promise<readonly TableShape[]> {
  let known = shapes.get(projection);
  if (!known) {
    known = new Entities(projection.tables).shapes(projection.tables);
    shapes.set(projection, known);
  }
  return known;
}
