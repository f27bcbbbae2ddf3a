import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonBody, jsonOf } from '../support/json.js';
import { startStandalone, type Standalone } from '../../apps/standalone/standalone.js';
import { patience } from '../support/patience.js';
import { demoRun, type DemoRun, type Played } from './demo/demo-run.js';
import { recordedFigures, toCompare } from './recorded-figures.js';
import { groups } from './ssp-2017.js';
import { sendRequest } from '../support/send-request.js';

interface ReportMade {
  readonly report: object;
  readonly figures: readonly {
    readonly printed?: number;
    readonly now: { readonly value?: number };
  }[];
}

jest.setTimeout(patience(600));

describe('the golden year', () => {
  let run: DemoRun;
  let played: Played;
  let house: Standalone;

  beforeAll(async () => {
    run = await demoRun('postgresql');
    played = await run.played;
    house = await startStandalone({ DATA_DIR: run.folder, PORT: '0', LOG_LEVEL: 'warn' });
  });
  afterAll(async () => {
    await house.stop();
    await run.remove();
  });

  it('comes to the figures that the strategy prints', () => {
    const { exitCode, found } = played;
    const printed = found.filter((figure) => figure.printed !== undefined);
    expect(printed.map(({ measure, ours }) => [measure, ours])).toEqual(
      printed.map((figure) => [figure.measure, figure.printed]),
    );
    expect(printed).toContainEqual(
      expect.objectContaining({ measure: 'youth-concern.cases-handled', ours: 1154 }),
    );
    const opened = groups['opened-and-closed-in-2017'] + groups['opened-in-2017-still-open'];
    expect(found).toContainEqual(
      expect.objectContaining({ measure: 'youth-concern.cases-opened', ours: opened }),
    );
    expect(exitCode).toBe(0);
  });

  it('comes to every figure that was written down, printed by the strategy or not', () => {
    expect(toCompare(played.found)).toEqual(recordedFigures());
  });

  it.each([2017, 2018])(
    'has the annual report of %d with what the strategy prints',
    async (year) => {
      const file = (ending: string) =>
        readFile(join(run.folder, 'reports', `sikker-by-${String(year)}.${ending}`), 'utf8');
      const { figures, report } = jsonOf<ReportMade>(await file('da.json'));
      expect(report).toMatchObject({ status: 'published', missing: [] });
      const printed = figures.filter((figure) => figure.printed !== undefined);
      expect(printed.length).toBeGreaterThan(4);
      expect(printed.map(({ now }) => now.value)).toEqual(printed.map((figure) => figure.printed));
      for (const language of ['da', 'en']) {
        expect(await file(`${language}.html`)).toContain(`<html lang="${language}">`);
        expect(await file(`${language}.pdf`)).toMatch(/^%PDF/);
      }
    },
  );

  it('publishes what may leave the house, and the two figures of Infohus as totals only', async () => {
    const folder = join(run.folder, 'published');
    const codes = (year: number, table: string) =>
      readFile(join(folder, String(year), `${table}.${String(year)}.codes.csv`), 'utf8');
    expect(await codes(2018, 'infohus.enquiries-handled.total')).toContain(',52,');
    expect(await codes(2018, 'infohus.persons-given-intervention.total')).toContain(',14,');
    const names = await readdir(join(folder, '2018'));
    const ofInfohus = names.filter((name) => name.startsWith('infohus.'));
    expect(ofInfohus.length).toBeGreaterThan(0);
    expect(ofInfohus.filter((name) => !name.includes('.total.'))).toEqual([]);
    const byDistrict = await codes(2017, 'youth-concern.cases-handled.by-district-and-age');
    const counts = byDistrict
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',').at(-2));
    expect(counts).toContain('1154');
    expect(counts).toContain('');
    expect(counts.filter((count) => /^[1-4]$/.test(count ?? ''))).toEqual([]);
  });

  async function casesHandled<Answer>(question: string): Promise<Answer> {
    const at = `${house.address}/statistics/youth-concern.cases-handled?year=2017&${question}`;
    const answer = await sendRequest(at, {
      headers: { authorization: `Bearer ${await house.token('analyst')}` },
    });
    return await jsonBody<Answer>(answer);
  }

  it.each(['district', 'level', 'ageBand', 'gender'])('adds up by %s', async (by) => {
    const { breakdown } = await casesHandled<{
      breakdown: { additive: boolean; rows: { value: number }[] };
    }>(`by=${by}`);
    expect(breakdown.additive).toBe(true);
    expect(breakdown.rows.length).toBeGreaterThan(1);
    expect(breakdown.rows.reduce((sum, { value }) => sum + value, 0)).toBe(1154);
  });

  it('knew less at an earlier position', async () => {
    const { value, asOf } = await casesHandled<{ value: number; asOf: string }>('');
    expect(value).toBe(1154);
    const earlier = String(Math.floor(Number(asOf) / 10));
    const { value: known } = await casesHandled<{ value: number }>(`asOf=${earlier}`);
    expect(known).toBeGreaterThan(0);
    expect(known).toBeLessThan(value);
  });
});
