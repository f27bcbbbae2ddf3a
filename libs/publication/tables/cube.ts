import type { Cell, Known, Sum } from '@sikkerby/disclosure';

/** The row and the column that count everything. */
export const total = 'total';

export interface CubeDimension {
  readonly by: string;
  /** Without the total. */
  readonly codes: readonly string[];
}

/** The dimensions of a table as it is shown, its totals left out. */
export function withoutTotals(
  dimensions: readonly {
    readonly by: string;
    readonly codes: readonly { readonly code: string }[];
  }[],
): CubeDimension[] {
  return dimensions.map(({ by, codes }) => ({
    by,
    codes: codes.flatMap(({ code }) => (code === total ? [] : [code])),
  }));
}

/** A combination of codes, one of each dimension; `total` where it counts all of them. */
export type Codes = readonly string[];

/**
 * The finest cells of a measure in a year, numbered from 0 with the last dimension counting fastest,
 * and the sums over them that tables show.
 */
export class Cube {
  readonly size: number;

  constructor(readonly dimensions: readonly CubeDimension[]) {
    this.size = dimensions.reduce((size, { codes }) => size * codes.length, 1);
  }

  /** Every cell of a table, row by row, in the codes of the table's own dimensions. */
  static cellsOf(dimensions: readonly CubeDimension[]): Codes[] {
    return dimensions.reduce<string[][]>(
      (rows, { codes }) => rows.flatMap((row) => [total, ...codes].map((code) => [...row, code])),
      [[]],
    );
  }

  /** The finest cells that a cell counts. @param by the dimensions that its codes are of */
  partsOf(by: readonly string[], codes: Codes): number[] {
    return this.dimensions.reduce<number[]>(
      (parts, dimension) => {
        const asked = codes[by.indexOf(dimension.by)] ?? total;
        const places = dimension.codes.flatMap((code, place) =>
          asked === total || asked === code ? [place] : [],
        );
        return parts.flatMap((part) =>
          places.map((place) => part * dimension.codes.length + place),
        );
      },
      [0],
    );
  }

  /** The codes of a finest cell, one of each dimension. */
  codesOf(part: number): string[] {
    let rest = part;
    return this.dimensions
      .toReversed()
      .map(({ codes }) => {
        const code = codes[rest % codes.length] ?? '';
        rest = Math.floor(rest / codes.length);
        return code;
      })
      .toReversed();
  }

  /** How much each finest cell counts. @param rows by the dimensions in the cube's order */
  countsOf(rows: readonly { readonly codes: Codes; readonly value: number }[]): number[] {
    const counts = Array<number>(this.size).fill(0);
    const by = this.dimensions.map((one) => one.by);
    for (const { codes, value } of rows) {
      const [part = -1, ...others] = this.partsOf(by, codes);
      if (part < 0 || others.length > 0)
        throw new Error(`${codes.join(' ')} is no cell of the cube`);
      counts[part] = value;
    }
    return counts;
  }

  /** The same cell has the same key in every table that shows it. */
  keyOf(by: readonly string[], codes: Codes): string {
    return this.dimensions
      .flatMap((dimension) => {
        const code = codes[by.indexOf(dimension.by)] ?? total;
        return code === total ? [] : [`${dimension.by}=${code}`];
      })
      .join(' ');
  }
}

/** How much a sum comes to. @param counts of each finest cell */
export function valueOf({ plus }: Sum, counts: readonly number[]): number {
  return plus.reduce((sum, part) => sum + (counts[part] ?? 0), 0);
}

/** What everybody knows of a cell that is shown. */
export function exactly(key: string, sum: Sum, value: number): Known {
  return { key, ...sum, low: value, high: value };
}

/** Zeros are published, so that whatever is hidden is at least one. */
export function hidden(key: string, sum: Sum): Known {
  return { key, ...sum, low: 1, high: Infinity };
}

/** Cells by key, each once. */
export function once<Keyed extends Pick<Cell, 'key'>>(cells: readonly Keyed[]): Keyed[] {
  return [...new Map(cells.map((cell) => [cell.key, cell])).values()];
}
