import type { Projection, Table } from './projection.js';
import { quote, type TableShape } from './table-shape.js';

/**
 * Who sees the rows of a projection in the role of the API. PostgreSQL itself hides the others'
 * (row-level security), whatever a query asks for:
 * - `everybody`: nobody is shown from them, such as facts that are only counted;
 * - `roles`: who asks in one of these, as for an ordinary programme, or a closed one by its own;
 * - `home`: the district that a stream's row of that table names, and whom it is assigned to.
 */
export type SeenBy =
  | 'everybody'
  | { readonly roles: readonly string[] }
  | {
      readonly home: Home;
      /** Rows that name a further district which sees the stream, such as one that is asked. */
      readonly also?: readonly Home[];
    };

/** Where a stream belongs, by properties of a table's rows. Its rows in other tables go with it. */
export interface Home {
  readonly table: Table;
  readonly district: string;
  readonly assignedTo?: string;
}

const role = `(SELECT current_setting('sikkerby.role', true))`;
const user = `(SELECT nullif(current_setting('sikkerby.user', true), ''))`;
const districts = `(SELECT string_to_array(current_setting('sikkerby.districts', true), ','))::text[]`;

/**
 * Statements that fence the tables of a generation. Not before its rows were copied in: COPY does
 * not write to a table with row-level security.
 * @param nameOf a table's name as SQL
 * @throws Error when a home names a table or property that is not there
 */
export function fenceOf(
  { seenBy }: Projection,
  shapes: readonly TableShape[],
  nameOf: (shape: TableShape) => string,
): string[] {
  if (seenBy === 'everybody') return [];
  return shapes.flatMap((shape) => {
    const name = nameOf(shape);
    const seen = 'roles' in seenBy ? ofRoles(seenBy.roles) : atHome(shape, seenBy, shapes, nameOf);
    return [
      `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
      `CREATE POLICY kept ON ${name} TO sikkerby_projector USING (true)`,
      `CREATE POLICY seen ON ${name} FOR SELECT TO sikkerby_app USING (${seen})`,
    ];
  });
}

function ofRoles(roles: readonly string[]): string {
  return `${role} IN (${roles.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ')})`;
}

/** A home refers to the rows that add to it, and all others to the home: never in a circle. */
function atHome(
  shape: TableShape,
  { home, also = [] }: { readonly home: Home; readonly also?: readonly Home[] },
  shapes: readonly TableShape[],
  nameOf: (shape: TableShape) => string,
): string {
  const seenWith = ({ table }: Home) => {
    const other = shapes.find((known) => known.table === table);
    if (!other) throw new Error(`${table.name} is no table of this projection`);
    return `EXISTS (SELECT FROM ${nameOf(other)} AS seen WHERE seen.stream = ${nameOf(shape)}.stream)`;
  };
  if (shape.table === home.table) return [named(shape, home), ...also.map(seenWith)].join(' OR ');
  const own = also.find(({ table }) => table === shape.table);
  return own ? named(shape, own) : seenWith(home);
}

/** That the row's own columns name the asker. */
function named({ name, columns }: TableShape, { district, assignedTo }: Home): string {
  const column = (property: string) => {
    const found = columns.find((known) => known.property === property);
    if (!found) throw new Error(`${name} has no ${property}`);
    return quote(found.name);
  };
  const inDistrict = `${column(district)} = ANY (${districts})`;
  return assignedTo === undefined ? inDistrict : `${inDistrict} OR ${column(assignedTo)} = ${user}`;
}
