export interface Result {
  readonly id: string;
  readonly group: string;
  readonly file: string;
  readonly line: number;
  readonly mutation: string;
  readonly outcome: 'killed' | 'late' | 'survived';
  /** The spec that noticed it. */
  readonly by?: string | undefined;
}

export const wantedScore = 85;

/** The table of `mutants.md`, and who survived. */
export function reportOf(results: readonly Result[]): string {
  const names = [...new Set(results.map(({ group }) => group))];
  const rows = [
    ...names.map((name) =>
      row(
        name,
        results.filter(({ group }) => group === name),
      ),
    ),
    row('all', results),
  ];
  const survivors = results
    .filter(({ outcome }) => outcome === 'survived')
    .map(({ file, line, mutation }) => `- ${file}:${line} ${mutation}`)
    .sort();
  return [
    '| Group | Mutants | Killed | Of those by time-out | Score |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    ...survivors,
  ].join('\n');
}

export function scoreOf(results: readonly Result[]): number {
  const killed = results.filter(({ outcome }) => outcome !== 'survived').length;
  return results.length === 0 ? 100 : (100 * killed) / results.length;
}

function row(name: string, results: readonly Result[]): string {
  const killed = results.filter(({ outcome }) => outcome !== 'survived').length;
  const late = results.filter(({ outcome }) => outcome === 'late').length;
  return `| ${name} | ${results.length} | ${killed} | ${late} | ${scoreOf(results).toFixed(0)} % |`;
}
