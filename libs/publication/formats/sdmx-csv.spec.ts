import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { onlyTotal, twoWay } from './release-testing.js';
import { sdmxCsv } from './sdmx-csv.js';

const table = twoWay();
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('SDMX-CSV 2.0', () => {
  it('has the columns of the field guide, in its order', () => {
    expect(sdmxCsv(table).split('\n')[0]).toBe(
      'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,DISTRICT,AGE_BAND,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS',
    );
  });

  it('tells every cell, hidden ones and zeros told apart', () => {
    const cells = rowsOf(sdmxCsv(table)).map((row) => ({
      codes: [row.DISTRICT, row.AGE_BAND].map((code) => (code === '_T' ? 'total' : code)),
      value: row.OBS_VALUE === '' ? null : Number(row.OBS_VALUE),
    }));
    expect(cells).toEqual(table.cells);
    expect(sdmxCsv(table)).not.toContain('total');
  });

  it('marks what is hidden in one way, and what is shown as normal and free', () => {
    const rows = rowsOf(sdmxCsv(table));
    const marks = rows.map((row) => `${row.OBS_STATUS ?? ''}${row.CONF_STATUS ?? ''}`);
    expect(marks).toEqual(table.cells.map(({ value }) => (value === null ? 'QC' : 'AF')));
  });

  it('names the dataflow, the action and the period in every row', () => {
    for (const row of rowsOf(sdmxCsv(table))) {
      expect(row).toMatchObject({
        ...{ STRUCTURE: 'dataflow', ACTION: 'I', FREQ: 'A', TIME_PERIOD: '2018' },
        STRUCTURE_ID: 'KK:LEISURE_JOB_PERSONS_BY_DISTRICT_AND_AGE(2.0.0)',
      });
    }
  });

  it('is one row where there is only the total', () => {
    const [heads, row, end] = sdmxCsv(onlyTotal).split('\n');
    expect(heads?.split(',').slice(3, 6)).toEqual(['FREQ', 'TIME_PERIOD', 'OBS_VALUE']);
    expect(row).toBe('dataflow,KK:INFOHUS_PERSONS_GIVEN_INTERVENTION_TOTAL(1.0.0),I,A,2018,14,A,F');
    expect(end).toBe('');
  });
});
