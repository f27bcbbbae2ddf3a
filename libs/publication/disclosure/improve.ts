import { breaks, type Cut } from './solver-cuts.js';
import { makeSafe, type Work } from './greedy.js';
import { costOf, type PartCell, type Pattern } from './pattern.js';
import type { Program, Solver } from './solver.js';

/** How many nodes a choice in whole numbers may open in one round. */
const nodes = 20_000;

/** How often a choice near the best is looked for before one from the whole. */
const turns = 8;

/** In how many rounds at most each time. */
const rounds = 20;

/** How much of the best is kept then, of 100 cells. */
const share = 75;

/** How much of the gap a choice may leave open. */
const open = 0.3;

/** Costs that differ by less are equal. */
const equal = 1e-5;

/**
 * Looks for a cheaper choice than the pattern's, which is safe. A choice that fits all cuts so far
 * costs no more than any safe one; where it is not safe itself the attacker gives further cuts.
 * The pattern is then the best that was found; what is returned no safe choice costs less than.
 */
export class Improvement {
  private best: readonly number[];
  private bound = 0;
  private rounds = 0;
  private inMaster = 0;
  private readonly master: Program;

  private readonly pattern: Pattern;
  private readonly cells: readonly PartCell[];

  constructor(
    private readonly solver: Solver,
    private readonly work: Work,
    /** How many rounds of cuts at most. */
    private readonly effort: number,
  ) {
    this.pattern = work.pattern;
    this.cells = work.cells;
    this.best = work.pattern.further();
    this.master = solver.program(this.columns(), []);
  }

  async run(): Promise<number> {
    for (let turn = 0; !this.done(); turn += turns) {
      const shares = await this.cutShares();
      if (this.done()) break;
      await this.complete([], (cell) => 1 - (shares[cell] ?? 0));
      for (let near = turn; near < turn + turns; near++) await this.lookNear(near);
      if (!this.done()) await this.chooseWhole(new Set());
    }
    this.pattern.become(this.best);
    return this.bound >= this.cost - equal ? this.cost : this.bound;
  }

  /** Keeps hidden most of what the best hides, drawn by lot, and chooses the rest anew. */
  private async lookNear(turn: number): Promise<void> {
    const kept = new Set(this.best.filter((cell) => drawn(cell, turn) < share));
    let more = kept.size > 0;
    for (let round = 0; more && round < rounds && !this.done(); round++)
      more = await this.chooseWhole(kept);
  }

  private get cost(): number {
    return costOf(this.cells, this.best);
  }

  private done(): boolean {
    return this.rounds >= this.effort || this.bound >= this.cost - equal;
  }

  /** Cells are hidden by shares as cheaply as the cuts allow, until no requirement gives a cut. */
  private async cutShares(): Promise<Float64Array> {
    for (;;) {
      for (; this.inMaster < this.pattern.cuts.length; this.inMaster++) {
        const cut = this.pattern.cuts[this.inMaster];
        if (cut) this.master.addRow(rowOf(cut));
      }
      const { status, value, columns } = this.master.solve();
      if (status === 'optimal') this.bound = Math.max(this.bound, value);
      const share = (cell: number) => columns[cell] ?? 0;
      if (this.done()) return columns;
      this.rounds++;
      let cuts = 0;
      for (const requirement of this.pattern.requirements) {
        this.pattern.separate(requirement, share);
        const last = this.pattern.cuts.at(-1);
        if (this.pattern.cuts.length > this.inMaster + cuts && last) {
          if (breaks(last, share)) cuts++;
          else this.pattern.cuts.pop();
        }
        await this.work.pause();
      }
      if (cuts === 0) return columns;
    }
  }

  /**
   * Looks at the cheapest choice that fits the cuts and hides what is kept: it is taken if it is
   * safe, and otherwise gives further cuts. Whether there was one.
   */
  private async chooseWhole(kept: ReadonlySet<number>): Promise<boolean> {
    this.rounds++;
    const { cuts } = this.pattern;
    const chosen = this.cheapest(kept);
    await this.work.pause();
    if (!chosen) return false;
    const before = cuts.length;
    this.pattern.become(chosen);
    const unmet = this.pattern.requirements.filter((need) => !this.pattern.meets(need, 'any'));
    const safe = unmet.length === 0 && this.pattern.isSafe('whole');
    if (safe) this.best = chosen;
    else if (cuts.length === before) cuts.push(another(this.pattern, this.cells));
    if (kept.size === 0 && !safe) await this.complete(chosen, () => 1);
    return true;
  }

  private cheapest(kept: ReadonlySet<number>): number[] | undefined {
    const columns = this.columns().map((column, cell) =>
      kept.has(cell) ? { ...column, low: 1 } : column,
    );
    const cheaper = {
      columns: [...columns.keys()],
      values: columns.map(({ cost }) => cost),
      low: 0,
      high: this.cost - equal,
    };
    const program = this.solver.program(
      columns,
      [...this.pattern.cuts.map(rowOf), cheaper],
      columns.map(() => true),
    );
    program.set({
      mip_max_nodes: nodes,
      mip_rel_gap: (open * (this.cost - this.bound)) / this.cost,
      mip_abs_gap: equal / 10,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    });
    const { status, bound, columns: found } = program.solve();
    program.close();
    if (kept.size === 0) {
      const least = status === 'infeasible' ? this.cost : Math.min(bound, this.cost);
      this.bound = Math.max(this.bound, least);
    }
    const chosen = [...found.keys()].filter(
      (cell) => (found[cell] ?? 0) > 0.5 && !this.cells[cell]?.protect,
    );
    const cheaperOne = status !== 'infeasible' && costOf(this.cells, chosen) < this.cost - equal;
    return cheaperOne && chosen.length > 0 ? chosen : undefined;
  }

  /** Hides more until it is safe, and takes it where it is the best so far. */
  private async complete(chosen: readonly number[], dear: (cell: number) => number): Promise<void> {
    const { pattern, cells } = this;
    pattern.become(chosen);
    const prices = Float64Array.from(cells, ({ cost }, cell) => cost * Math.max(0.01, dear(cell)));
    if (await makeSafe(this.work, prices, this.cost - equal)) this.best = pattern.further();
  }

  private columns() {
    return this.cells.map(({ cost, protect }) =>
      protect ? { cost: 0, low: 1, high: 1 } : { cost, low: 0, high: 1 },
    );
  }
}

/** A number from 0 to 99 that looks drawn by lot and is always the same. */
function drawn(cell: number, turn: number): number {
  let mixed = Math.imul(cell + 1, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % 100;
}

function rowOf({ cells, weights }: Cut) {
  return { columns: cells, values: weights, low: 1, high: Infinity };
}

/** What is hidden is not enough, so that another cell is hidden in every safe choice of these. */
function another(pattern: Pattern, cells: readonly PartCell[]): Cut {
  const others = [...cells.keys()].filter((cell) => !pattern.hidden.has(cell));
  return { cells: others, weights: others.map(() => 1) };
}
