/** A change of one piece of a file's text that a test should notice. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly becomes: string;
  readonly what: string;
}

/** What the mutant does, for somebody who looks at the source. */
export function told({ start, end, becomes, what }: Mutant, text: string): string {
  return `${what}: ${short(text.slice(start, end))} -> ${short(becomes)}`;
}

export function applied({ start, end, becomes }: Mutant, text: string): string {
  return text.slice(0, start) + becomes + text.slice(end);
}

function short(piece: string): string {
  const line = piece.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '(nothing)';
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
}
