import { jsonBody } from '../support/json.js';
import { sendRequest } from '../support/send-request.js';

/** A figure of the strategy beside what the events give. */
export interface Figure {
  readonly measure: string;
  readonly year: number;
  /** As the strategy prints it; undefined where it prints none. */
  readonly printed: number | undefined;
  readonly ours: number;
  /** Of what it is a share of, in per cent. */
  readonly share?: string;
}

interface Listed {
  readonly id: string;
  readonly printed?: { readonly year: number; readonly figure: number };
}

/** Where the strategy prints no figure of the programme. */
const usualYear = 2018;

/** Every measure, once everything up to the position is counted; those that are printed first. */
export async function figures(api: string, token: string, position: string): Promise<Figure[]> {
  const headers = { authorization: `Bearer ${token}`, 'x-min-position': position };
  const listed = await sendRequest(`${api}/statistics/measures`, { headers });
  const measures = await jsonBody<Listed[]>(listed);
  const all = [
    ...measures.filter(({ printed }) => printed),
    ...measures.filter((one) => !one.printed),
  ];
  const printedOf = (measure: string) =>
    measures.find(({ id, printed }) => printed && id.startsWith(`${programmeOf(measure)}.`))
      ?.printed;
  const found: Figure[] = [];
  for (const { id: measure, printed } of all) {
    const year = (printed ?? printedOf(measure))?.year ?? usualYear;
    const answer = await sendRequest(`${api}/statistics/${measure}?year=${String(year)}`, {
      headers,
    });
    if (!answer.ok) throw new Error(`${measure}: ${await answer.text()}`);
    const { value: ours, share } = await jsonBody<{ value: number; share?: string }>(answer);
    found.push({ measure, year, printed: printed?.figure, ours, ...(share ? { share } : {}) });
  }
  return found;
}

function programmeOf(measure: string): string {
  return measure.slice(0, measure.indexOf('.'));
}

/** Measure, the strategy's figure, ours: as text. */
export function table(found: readonly Figure[]): string {
  const rows = found.map(({ measure, year, printed, ours, share }) => [
    measure,
    String(year),
    printed === undefined ? '-' : String(printed),
    share === undefined ? String(ours) : `${share} %`,
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
