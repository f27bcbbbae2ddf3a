export interface Result {
  readonly id: string;
  readonly group: string;
  readonly file: string;
  readonly line: number;
  readonly mutation: string;
  readonly outcome: 'killed' | 'late' | 'survived' | 'not tried';
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
    .filter((result) => !isNoticed(result))
    .map(
      ({ file, line, mutation, outcome }) =>
        `- ${file}:${line} ${mutation}${outcome === 'not tried' ? ' (database specs not tried)' : ''}`,
    )
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
  const killed = results.filter(isNoticed).length;
  return results.length === 0 ? 100 : (100 * killed) / results.length;
}

/** What the quick specs let pass counts as a survivor until the others have been asked. */
function isNoticed({ outcome }: Result): boolean {
  return outcome === 'killed' || outcome === 'late';
}

function row(name: string, results: readonly Result[]): string {
  const killed = results.filter(isNoticed).length;
  const late = results.filter(({ outcome }) => outcome === 'late').length;
  return `| ${name} | ${results.length} | ${killed} | ${late} | ${scoreOf(results).toFixed(0)} % |`;
}
