import type { Problem } from './protection-problem.js';
import { Solver, type Column, type Row, type Solution } from './solver.js';

const base = 5;

export interface RoundedCell {
  readonly key: string;
  readonly value: number;
}

export interface Rounded {
  readonly status: 'rounded';
  /** In the order of their keys; every total is the sum of its cells. */
  readonly cells: readonly RoundedCell[];
  /** How far all cells moved together. */
  readonly distance: number;
  /** Cells that are not at one of their two neighbouring multiples, since no such table adds up. */
  readonly farther: readonly string[];
}

export interface NotRounded {
  readonly status: 'refused';
  readonly why: { readonly da: string; readonly en: string };
}

/**
 * Controlled rounding to base 5 of tables with totals, for a statistic that is never published
 * exactly as well: both together give cells away, so it is refused where anything but zeros is
 * known. Each cell goes to one of the two multiples beside it, so that all totals add up and all
 * cells together move as little as can be; a multiple stays. Where no such table adds up, cells may
 * go one multiple farther; a zero stays all the same. Refused where there is none then either, or
 * none was found within `nodes` nodes.
 * @throws RangeError where a cell takes something away
 * @throws SolverFailed
 */
export async function roundToFive(problem: Problem, nodes = 5_000): Promise<Rounded | NotRounded> {
  if (problem.known.some(({ high }) => high > 0)) return refused('known');
  if (problem.cells.some(({ minus }) => minus))
    throw new RangeError('rounded cells are plain sums');
  const cells = [...problem.cells].sort((one, other) => (one.key < other.key ? -1 : 1));
  const solver = await Solver.start();
  try {
    const near = rounding(solver, { ...problem, cells, nodes, farther: false });
    if (near.status === 'optimal') return roundedTo(near, { ...problem, cells });
    const far = rounding(solver, { ...problem, cells, nodes, farther: true });
    return far.status === 'optimal' ? roundedTo(far, { ...problem, cells }) : refused(far.status);
  } finally {
    solver.close();
  }
}

interface Question extends Problem {
  readonly nodes: number;
  readonly farther: boolean;
}

/**
 * Columns: how many fives each finest cell has, then of each cell a step up, a further one, and one
 * down, each with what it adds to the distance.
 */
function rounding(solver: Solver, { size, cells, known, nodes, farther }: Question): Solution {
  const zeros = new Set(known.flatMap(({ plus }) => plus));
  const finest = Array.from({ length: size }, (_, cell) => ({
    cost: 0,
    low: 0,
    high: zeros.has(cell) ? 0 : Infinity,
  }));
  const steps = cells.flatMap(({ value }): Column[] => {
    const rest = value % base;
    const near = rest > 0 ? 1 : 0;
    const far = farther && value > 0 ? 1 : 0;
    return [
      { cost: base - 2 * rest, low: 0, high: near },
      { cost: base, low: 0, high: far },
      { cost: base, low: 0, high: value < base ? 0 : far },
    ];
  });
  const rows = cells.map(({ plus, value }, at): Row => {
    const step = size + 3 * at;
    const fives = Math.floor(value / base);
    return {
      columns: [...plus, step, step + 1, step + 2],
      values: [...plus.map(() => 1), -1, -1, 1],
      low: fives,
      high: fives,
    };
  });
  const columns = [...finest, ...steps];
  const program = solver.program(
    columns,
    rows,
    columns.map(() => true),
  );
  program.set({ mip_max_nodes: nodes, mip_rel_gap: 0 });
  return program.solve();
}

function roundedTo({ columns }: Solution, { cells, size }: Problem): Rounded {
  const at = (column: number) => Math.round(columns[column] ?? 0);
  const rounded = cells.map(({ key, value }, index) => {
    const step = size + 3 * index;
    const fives = Math.floor(value / base) + at(step) + at(step + 1) - at(step + 2);
    return { key, value: base * fives, moved: Math.abs(base * fives - value) };
  });
  return {
    status: 'rounded',
    cells: rounded.map(({ key, value }) => ({ key, value })),
    distance: rounded.reduce((sum, { moved }) => sum + moved, 0),
    farther: rounded.filter(({ moved }) => moved >= base).map(({ key }) => key),
  };
}

const reasons = {
  known: {
    da: 'Det, der også offentliggøres eksakt, kan ikke afrundes.',
    en: 'What is published exactly as well cannot be rounded.',
  },
  infeasible: {
    da: 'Ingen afrunding til femmere går op med alle totaler, heller ikke et multiplum længere væk.',
    en: 'No rounding to base 5 adds up to all totals, not even one multiple farther away.',
  },
  limit: {
    da: 'Inden for grænsen blev der ikke fundet en bedste afrunding, der går op med alle totaler.',
    en: 'Within the limit no best rounding was found that adds up to all totals.',
  },
} as const;

function refused(reason: 'known' | Exclude<Solution['status'], 'optimal'>): NotRounded {
  return { status: 'refused', why: reasons[reason === 'unbounded' ? 'limit' : reason] };
}
