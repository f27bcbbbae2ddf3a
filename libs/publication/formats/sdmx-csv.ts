import { csv } from './csv.js';
import type { PublishedTable } from './published-release.js';

/** By SDMX's code lists CL_OBS_STATUS and CL_CONF_STATUS: normal and free, or suppressed and confidential. */
const shown = ['A', 'F'];
const suppressed = ['Q', 'C'];

/**
 * The table as SDMX-CSV 2.0, in codes; `_T` is the total. C says that a cell is confidential and not
 * why, as the list's A (small counts) and D (secondary) would.
 */
export function sdmxCsv({ id, version, year, dimensions, cells }: PublishedTable): string {
  const heads = [
    ...['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'FREQ', ...dimensions.map(({ by }) => sdmxId(by))],
    ...['TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS', 'CONF_STATUS'],
  ];
  const of = ['dataflow', `KK:${sdmxId(id)}(${version}.0.0)`, 'I', 'A'];
  const rows = cells.map(({ codes, value }) => [
    ...[...of, ...codes.map((code) => (code === 'total' ? '_T' : code)), year, value],
    ...(value === null ? suppressed : shown),
  ]);
  return csv([heads, ...rows], ',');
}

/** A name of ours as SDMX allows one: `ageBand` is `AGE_BAND`. */
function sdmxId(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]/g, '_')
    .toUpperCase();
}
