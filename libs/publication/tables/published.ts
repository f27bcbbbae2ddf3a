import { Cube, withoutTotals } from './cube.js';
import type { PublishedRelease } from '../formats/published-release.js';
import type { Release } from '../releases/release.js';

/** A release as the public sees it. The digest of its statement is no part of it: with enough guesses it would tell what is hidden. */
export function publishedRelease(release: Release, releasedOn: string): PublishedRelease {
  const { number, year, statement, tables } = release;
  return {
    ...{ number, year, releasedOn, statement },
    tables: tables.map(({ values, ...table }) => {
      const cells = Cube.cellsOf(withoutTotals(table.dimensions)).map((codes, place) => ({
        codes,
        value: values[place] ?? null,
      }));
      return { ...table, cells };
    }),
  };
}
