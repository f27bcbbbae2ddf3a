import { readFileSync } from 'node:fs';
import { roles, type Role } from '@sikkerby/access';
import { cellsIn } from './cells.js';
import { namedWorkers, rowsOfLines } from './programme-lines.js';
import { besideSource } from '../../support/beside-source.js';

export const situations = [
  'own',
  'other district',
  'other programme',
  'closed',
  'erased',
  'missing',
] as const;
export type Situation = (typeof situations)[number];

/** `GET /health/live`, as the table and the OpenAPI document name it. */
export type RouteName = string;

interface Row {
  readonly route: string;
  readonly pattern: RegExp;
  readonly roles: readonly Role[];
  readonly open: boolean;
  readonly answers: Readonly<Record<Situation, string>>;
}

const groups: Readonly<Record<string, readonly Role[]>> = {
  ssp: ['ssp-caseworker', 'ssp-coordinator'],
  exit: ['exit-caseworker'],
  benefit: ['benefit-control-officer'],
  infohus: ['infohus-member', 'infohus-coordinator'],
  employees: roles,
  everybody: roles,
};

const refusedToRole = '403 not-your-role';

export const matrixText = readFileSync(besideSource(import.meta.url, 'matrix.md'), 'utf8');

/** What every route answers to every role in every situation. */
export class Matrix {
  private constructor(
    readonly rows: readonly Row[],
    private readonly programmes: readonly Row[],
  ) {}

  /**
   * @param text as `matrix.md` is
   * @param ofProgrammes as `programmes.md` is
   */
  static of(text: string, ofProgrammes: string): Matrix {
    return new Matrix(cellsIn(text).map(rowOf), rowsOfLines(ofProgrammes).map(rowOf));
  }

  /** Those of the matrix itself, or what follows from the programme's access. */
  rowsOf(route: RouteName): readonly Row[] {
    const own = this.rows.filter(({ pattern }) => pattern.test(route));
    if (own.length > 0) return own;
    return this.programmes.filter(({ pattern }) => pattern.test(route));
  }

  /** What the role gets, or why that cannot be asked. @throws Error when two rows say it */
  expected(route: RouteName, role: Role, situation: Situation): string {
    const rows = this.rowsOf(route);
    const [row, another] = rows.filter((each) => each.roles.includes(role));
    if (another) throw new Error(`${route}: two rows for ${role}`);
    if (row) return row.answers[situation];
    return rows.some(({ answers }) => isAnswer(answers[situation])) ? refusedToRole : 'no record';
  }

  isOpen(route: RouteName): boolean {
    return this.rowsOf(route).some(({ open }) => open);
  }
}

/** Who works with the persons of a programme of `programmes.md`, and so sees their names and texts. */
export const workers: ReadonlyMap<string, readonly Role[]> = new Map(
  [...namedWorkers].map(([programme, named]) => [programme, rolesIn(named)]),
);

/** A status, a kind of problem and whether a list shows it: not a word for why there is none. */
export function isAnswer(cell: string): boolean {
  return /^\d{3}( [a-z-]+)?$/.test(cell);
}

function rowOf(cells: readonly string[]): Row {
  const [route = '', named = '', ...answers] = cells;
  const pattern = route
    .replaceAll(/[{}/]/g, '\\$&')
    .replaceAll(/\*+/g, (stars) => (stars === '**' ? '.+' : '[a-z-]+'))
    .replace(/^\[a-z-\]\+/, '[A-Z]+');
  return {
    ...{
      route,
      pattern: new RegExp(`^${pattern}$`),
      roles: rolesIn(named),
      open: named === 'everybody',
    },
    answers: Object.fromEntries(
      situations.map((situation, at) => [situation, answers[at] ?? '']),
    ) as Row['answers'],
  };
}

function rolesIn(named: string): Role[] {
  return named.split(', ').flatMap((name) => groups[name] ?? roleOf(name));
}

function roleOf(name: string): Role {
  const role = roles.find((known) => known === name);
  if (!role) throw new Error(`matrix.md: ${name} is no role`);
  return role;
}
