import type { Interval, Known, Sum } from './protection-problem.js';
import { Reduction, type Terms } from './reduction.js';
import { Room } from './room.js';
import { Solver } from './solver.js';
import { defaultNodes, type Answer } from './steps.js';

export interface AttackerOptions {
  /** How many nodes a program in whole numbers may open before the answer is undecided. */
  readonly nodes?: number;
  /** Whole counts of the finest cells that fit what is known; those that do not are passed over. */
  readonly witnesses?: readonly Float64Array[];
}

/** The smallest and the largest whole value of a sum, `decided` where counts were found for both. */
export interface Extent extends Interval {
  readonly decided: boolean;
}

/** Somebody who knows what is published, and that counts are whole and not negative. */
export interface Attacker {
  /** Where an end is not decided it is where no whole value was ruled out. */
  range(sum: Sum): Extent;
  /** Whether both ends of the interval, or values beyond them, are possible. */
  covers(sum: Sum, interval: Interval): Answer;
  /** Whether the sum can be `target` or beyond it: above with end `1`, below with `-1`. */
  reaches(sum: Sum, end: 1 | -1, target: number): Answer;
  /** The counts of finest cells that were found so far. */
  witnesses(): Float64Array[];
  close(): void;
}

/**
 * Opens an attacker with a solver of its own, which `close` lets go.
 * @throws {Contradiction} where the facts cannot all be true.
 */
export async function openAttacker(
  size: number,
  known: readonly Known[],
  { nodes = defaultNodes, witnesses = [] }: AttackerOptions = {},
): Promise<Attacker> {
  const reduction = new Reduction(size, known);
  const solver = await Solver.start();
  try {
    const rooms = reduction.parts.map(
      (part, index) =>
        new Room(
          solver,
          part,
          nodes,
          witnesses.map((counts) => reduction.columnsOf(index, counts)),
        ),
    );
    return attackerIn(size, reduction, rooms, solver);
  } catch (error) {
    solver.close();
    throw error;
  }
}

function attackerIn(
  size: number,
  reduction: Reduction,
  rooms: readonly Room[],
  solver: Solver,
): Attacker {
  const inRooms = (sum: Sum, end: 1 | -1): [Room, Terms][] =>
    [...reduction.terms(sum, end)].flatMap(([part, terms]) => {
      const room = rooms[part];
      return room ? [[room, terms]] : [];
    });
  const endOf = (sum: Sum, end: 1 | -1) => {
    const ends = inRooms(sum, end).map(([room, terms]) => room.end(terms, end));
    return {
      value: ends.reduce((total, { value }) => total + value, 0),
      decided: ends.every(({ decided }) => decided),
    };
  };
  const reaches = (sum: Sum, end: 1 | -1, target: number): Answer => {
    const [only, ...more] = inRooms(sum, end);
    if (only && more.length === 0) return only[0].reaches(only[1], end, target);
    const { value, decided } = endOf(sum, end);
    if (end * value < end * target) return 'no';
    return decided ? 'yes' : 'undecided';
  };
  return {
    reaches,
    range(sum) {
      const [low, high] = [endOf(sum, -1), endOf(sum, 1)];
      return { low: low.value, high: high.value, decided: low.decided && high.decided };
    },
    covers(sum, { low, high }) {
      const above = reaches(sum, 1, high);
      return above === 'no' ? 'no' : worst(above, reaches(sum, -1, low));
    },
    witnesses() {
      const most = Math.max(0, ...rooms.map((room) => room.witnesses.length));
      return Array.from({ length: most }, (_, at) => {
        const finest = new Float64Array(size);
        rooms.forEach((room, part) => {
          const counts = room.witnesses[at] ?? room.witnesses[0];
          if (counts) reduction.intoFinest(part, counts, finest);
        });
        return finest;
      });
    },
    close() {
      solver.close();
    },
  };
}

function worst(one: Answer, other: Answer): Answer {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'yes' ? other : one;
}
