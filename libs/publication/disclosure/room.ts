import { Contradiction, type Part, type Terms } from './reduction.js';
import type { Program, Solver } from './solver.js';
import { Steps, type Answer } from './steps.js';
import { apart, fits, valueOf, wholeCounts } from './whole.js';

/** How often an end is moved inwards by one where whole numbers do not reach it. */
const moves = 20;

/** What the attacker does within one part: whole counts that were found serve for other sums too. */
export class Room {
  readonly witnesses: Float64Array[];
  private readonly extremes: Program;
  private readonly steps: Steps | undefined;
  private now: Terms = { columns: [], values: [] };

  constructor(solver: Solver, part: Part, nodes: number, witnesses: readonly Float64Array[]) {
    this.extremes = solver.program(
      Array.from({ length: part.columns }, () => ({ cost: 0, low: 0, high: Infinity })),
      part.rows,
    );
    // What was best for another sum is still allowed: only the costs change.
    this.extremes.set({ simplex_strategy: 4 });
    const first =
      witnesses.find((counts) => fits(part.rows, counts)) ?? wholeCounts(solver, part, nodes);
    if (!first && this.extremes.solve().status === 'infeasible') throw new Contradiction(apart);
    this.steps = first && new Steps(solver, part, first, nodes);
    this.witnesses = witnesses.filter((counts) => fits(part.rows, counts));
    if (first && this.witnesses.length === 0) this.witnesses.push(first);
  }

  /** The largest whole value with end `1`, the smallest with `-1`; infinite where nothing bounds it. */
  end(terms: Terms, end: 1 | -1): { value: number; decided: boolean } {
    const { status, value } = this.extreme(terms, end);
    if (status === 'infeasible') throw new Contradiction(apart);
    if (status === 'unbounded')
      return { value: end * Infinity, decided: this.witnesses.length > 0 };
    if (status === 'limit') return { value: end * Infinity, decided: false };
    let at = end * Math.floor(value + 1e-6);
    for (let move = 0; move < moves; move++, at -= end) {
      const answer = this.search(terms, end, at);
      if (answer !== 'no') return { value: at, decided: answer === 'yes' };
    }
    return { value: at, decided: false };
  }

  reaches(terms: Terms, end: 1 | -1, target: number): Answer {
    return this.search(terms, end, target);
  }

  private search(terms: Terms, end: 1 | -1, target: number): Answer {
    if (this.witnesses.some((counts) => end * valueOf(terms, counts) >= end * target)) return 'yes';
    if (!this.steps) return 'undecided';
    const { answer, witness } = this.steps.reach(terms, end, target);
    if (witness) this.witnesses.push(witness);
    return answer;
  }

  /** The value is of the sum in the direction of the end, so that larger is farther out. */
  private extreme(terms: Terms, end: 1 | -1) {
    for (const column of this.now.columns) this.extremes.cost(column, 0);
    terms.columns.forEach((column, at) =>
      this.extremes.cost(column, -end * (terms.values[at] ?? 0)),
    );
    this.now = terms;
    const { status, value } = this.extremes.solve();
    return { status, value: -value };
  }
}
