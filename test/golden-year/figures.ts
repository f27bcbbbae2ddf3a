/** A figure of the strategy beside what the events give. */
export interface Figure {
  readonly measure: string;
  readonly year: number;
  /** As the strategy prints it; undefined where it prints none. */
  readonly printed: number | undefined;
  readonly ours: number;
}

const wanted = [
  { measure: 'youth-concern.cases-handled', year: 2017, printed: 1154 },
  { measure: 'youth-concern.cases-opened', year: 2017, printed: undefined },
  { measure: 'youth-concern.persons', year: 2017, printed: undefined },
] as const;

/** The figures once everything up to the position is counted. */
export async function figures(api: string, token: string, position: string): Promise<Figure[]> {
  return Promise.all(
    wanted.map(async ({ measure, year, printed }) => {
      const answer = await fetch(`${api}/statistics/${measure}?year=${String(year)}`, {
        headers: { authorization: `Bearer ${token}`, 'x-min-position': position },
      });
      if (!answer.ok) throw new Error(`${measure}: ${await answer.text()}`);
      return { measure, year, printed, ours: ((await answer.json()) as { value: number }).value };
    }),
  );
}

/** Measure, the strategy's figure, ours: as text. */
export function table(found: readonly Figure[]): string {
  const rows = found.map(({ measure, year, printed, ours }) => [
    measure,
    String(year),
    printed === undefined ? '-' : String(printed),
    String(ours),
    printed === undefined ? '' : printed === ours ? 'same' : 'DIFFERS',
  ]);
  const all = [['measure', 'year', 'strategy', 'ours', ''], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
