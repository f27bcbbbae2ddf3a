import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { scaleFor } from './chart-scale.js';
import { goalChart, type GoalChart } from './goal-chart.js';

const point = (period: string, value: string) => ({ period, value, label: value });
const chart: GoalChart = {
  ...{ title: 'G1 <tryghed> & "mere"', unit: 'per cent', told: (tick) => tick },
  ours: { name: 'København', points: [point('2017', '9'), point('2018', '8')] },
  baseline: { name: 'Baseline', points: [point('2017', '9')] },
  target: { year: 2021, value: '5', label: 'Target: at most 5' },
};
const heightsOf = (svg: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="3.5"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);

describe('the chart of a goal', () => {
  it('puts a later figure further to the right and a smaller one lower', () => {
    const [[firstX = 0, firstY = 0] = [], [secondX = 0, secondY = 0] = []] = heightsOf(
      goalChart(chart),
    );
    expect(secondX).toBeGreaterThan(firstX);
    expect(secondY).toBeGreaterThan(firstY);
  });

  it('draws the target where there is a figure for it, and says it in any case', () => {
    const dashed = /stroke-dasharray="6 4"/;
    expect(goalChart(chart)).toMatch(dashed);
    const without = goalChart({ ...chart, target: { year: 2021, label: chart.target.label } });
    expect(without).not.toMatch(dashed);
    expect(without).toContain('Target: at most 5');
  });

  it('tells what it shows to who does not see it, and is markup whatever the words', () => {
    const svg = goalChart(chart);
    expect(svg).toContain('<title>G1 &#60;tryghed&#62; &#38; &#34;mere&#34;</title>');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('has a curve for those whom the city is compared with', () => {
    const others = { name: 'Aarhus', points: [point('2017', '7')] };
    expect(heightsOf(goalChart({ ...chart, others }))).toHaveLength(3);
  });
});

describe('an axis', () => {
  it('holds every value between few round ticks', () => {
    const values = fc.array(
      fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(values, (all) => {
        const { from, to, ticks } = scaleFor(all);
        for (const value of all) expect(value >= from && value <= to).toBe(true);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(10);
      }),
    );
  });

  it('begins at zero unless the values lie close together far above it', () => {
    expect(scaleFor([9, 6, 11]).from).toBe(0);
    expect(scaleFor([82.7, 78.1, 72]).from).toBeGreaterThan(0);
  });
});
