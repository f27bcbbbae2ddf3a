import { yearOf, type Period } from '../../goals/period.js';
import { scaleFor } from './chart-scale.js';
import { element, escaped } from './markup.js';

/** A figure of a chart. */
export interface Point {
  readonly period: Period;
  readonly value: string;
  /** As it is written beside it. */
  readonly label: string;
}

export interface Curve {
  readonly name: string;
  /** In the order of time. */
  readonly points: readonly Point[];
}

/** A goal's curve, those it is compared with, where it began, and where it is to be. */
export interface GoalChart {
  /** What somebody who does not see it is told. */
  readonly title: string;
  readonly unit: string;
  readonly ours: Curve;
  readonly others?: Curve;
  readonly baseline: Curve;
  readonly target: { readonly year: number; readonly value?: string; readonly label: string };
  /** A number of the axis as it is written. */
  readonly told: (tick: string) => string;
}

const width = 640;
const height = 250;
const plot = { left: 40, right: 630, top: 30, bottom: 196 };
const inset = 18;
const ink = {
  ours: '#123f6d',
  others: '#a3480f',
  target: '#1d6b3a',
  grid: '#d9dee4',
  text: '#333',
};
const dashed = { stroke: ink.target, 'stroke-width': 1.5, 'stroke-dasharray': '6 4' };
const font = 'Roboto, Segoe UI, Helvetica, Arial, sans-serif';

/** A year's figure lies where its first quarter's would. */
function placeOf(period: Period): number {
  const quarter = period.split('-Q')[1];
  return yearOf(period) + (quarter === undefined ? 0 : (Number(quarter) - 1) / 4);
}

/** The chart as SVG that needs nothing besides: the same figures give the same text. */
export function goalChart({
  title,
  unit,
  ours,
  others,
  baseline,
  target,
  told,
}: GoalChart): string {
  const curves = others ? [ours, others, baseline] : [ours, baseline];
  const points = curves.flatMap((curve) => curve.points);
  const bound = target.value === undefined ? [] : [target.value];
  const scale = scaleFor([...points.map(({ value }) => value), ...bound].map(Number));
  const first = Math.floor(Math.min(...points.map(({ period }) => placeOf(period))));
  const span = plot.right - plot.left - 2 * inset;

  const x = (place: number) => plot.left + inset + ((place - first) / (target.year - first)) * span;
  const y = (value: number) =>
    plot.bottom - ((value - scale.from) / (scale.to - scale.from)) * (plot.bottom - plot.top);
  const at = ({ period, value }: Point) => ({ left: x(placeOf(period)), top: y(Number(value)) });

  const axes = [
    write(2, 14, unit),
    ...scale.ticks.flatMap((tick) => [
      line([plot.left, y(tick)], [plot.right, y(tick)], { stroke: ink.grid }),
      write(plot.left - 6, y(tick) + 4, told(tick.toFixed(scale.places)), { 'text-anchor': 'end' }),
    ]),
    ...Array.from({ length: target.year - first + 1 }, (_, after) =>
      write(x(first + after), plot.bottom + 16, String(first + after), { 'text-anchor': 'middle' }),
    ),
  ];
  const aimAt = target.value === undefined ? undefined : y(Number(target.value));
  const aim = [
    write(plot.right - 2, aimAt === undefined ? 14 : aimAt - 5, target.label, {
      ...{ 'text-anchor': 'end', fill: ink.target },
    }),
    ...(aimAt === undefined ? [] : [line([plot.left, aimAt], [plot.right, aimAt], dashed)]),
  ];
  const rings = baseline.points.map((point) => ring(at(point).left, at(point).top, 7));
  const drawn = [
    ...axes,
    ...aim,
    ...(others ? draw(others, ink.others, 17, '2 3') : []),
    ...draw(ours, ink.ours, -12),
    ...rings,
    ...legend(curves),
  ];
  return element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${String(width)} ${String(height)}` },
      ...{ role: 'img', 'font-family': font, 'font-size': 11 },
    },
    [element('title', {}, escaped(title)), ...drawn].join('\n'),
  );

  function draw(curve: Curve, colour: string, beside: number, dash = ''): string[] {
    const places = curve.points.map(at);
    const path = places.map(({ left, top }) => `${left.toFixed(1)},${top.toFixed(1)}`).join(' ');
    return [
      element('polyline', {
        ...{ points: path, fill: 'none', stroke: colour, 'stroke-width': 2 },
        ...(dash && { 'stroke-dasharray': dash }),
      }),
      ...curve.points.flatMap((point) => {
        const { left, top } = at(point);
        return [
          element('circle', { cx: left, cy: top, r: 3.5, fill: colour }),
          write(left, top + beside, point.label, {
            ...{ 'text-anchor': 'middle', fill: colour, 'font-weight': 'bold' },
          }),
        ];
      }),
    ];
  }
}

function legend(curves: readonly Curve[]): string[] {
  const [middle, last] = [height - 14, curves.length - 1];
  let left = plot.left;
  return curves.flatMap(({ name }, place) => {
    const from = left;
    left += 46 + name.length * 5.6;
    const colour = place === 0 ? ink.ours : ink.others;
    const dash = place === 0 ? {} : { 'stroke-dasharray': '2 3' };
    const sign =
      place === last
        ? ring(from + 10, middle, 6)
        : line([from, middle], [from + 20, middle], { stroke: colour, 'stroke-width': 2, ...dash });
    return [sign, write(from + 26, middle + 4, name)];
  });
}

type Place = readonly [x: number, y: number];
type Attributes = Readonly<Record<string, string | number>>;

function line([x1, y1]: Place, [x2, y2]: Place, attributes: Attributes): string {
  return element('line', { x1, y1, x2, y2, ...attributes });
}

function ring(cx: number, cy: number, r: number): string {
  return element('circle', { cx, cy, r, fill: 'none', stroke: ink.ours, 'stroke-width': 1.5 });
}

function write(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return element('text', { x, y, fill: ink.text, ...attributes }, escaped(text));
}
