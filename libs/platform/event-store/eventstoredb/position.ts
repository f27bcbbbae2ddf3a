import type { Position } from '@sikkerby/kernel';

/** Where an event stands in the log: by commit first, then by prepare. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

const digits = 19;

export function positionOf({ commit, prepare }: Place): Position {
  return `${padded(commit)}-${padded(prepare)}` as Position;
}

export const beginning = positionOf({ commit: 0n, prepare: 0n });

/** The other way round; a commit alone stands for the pair. @throws RangeError */
export function placeOf(position: string): Place {
  const [, commit, prepare] = /^(\d{1,19})(?:-(\d{1,19}))?$/.exec(position) ?? [];
  if (commit === undefined) throw new RangeError('a position is a commit and a prepare position');
  return { commit: BigInt(commit), prepare: BigInt(prepare ?? commit) };
}

function padded(number: bigint): string {
  return String(number).padStart(digits, '0');
}
