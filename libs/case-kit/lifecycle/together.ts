/** Acts that every kind of unit can have, with what their events change. */
interface Piece {
  readonly acts: object;
  readonly steps: object;
}

type All<Each> = (Each extends unknown ? (each: Each) => void : never) extends (
  all: infer Of,
) => void
  ? Of
  : never;

/** The acts and steps of several pieces as one. */
export function together<const Pieces extends readonly Piece[]>(...pieces: Pieces) {
  return {
    acts: Object.assign({}, ...pieces.map(({ acts }) => acts)) as All<Pieces[number]['acts']>,
    steps: Object.assign({}, ...pieces.map(({ steps }) => steps)) as All<Pieces[number]['steps']>,
  };
}
