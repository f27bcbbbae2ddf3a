/** An axis of values: where it begins and ends, and what is written along it. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** Decimals of the ticks. */
  readonly places: number;
}

const ticksAbout = 5;

/** From zero, unless the values lie so close together far above it that nothing would be seen. */
export function scaleFor(values: readonly number[]): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const low = least > most * 0.6 ? least - (most - least || most * 0.1) : 0;
  const step = roundStep((most - low || 1) / ticksAbout);
  const first = Math.floor(low / step);
  const last = Math.floor(most / step) + 1;
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toFixed(places)),
  );
  return { from: first * step, to: last * step, ticks, places };
}

/** 1, 2, 5, 10, 20...: the first that is not smaller. */
function roundStep(raw: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  return magnitude * ([1, 2, 5, 10].find((one) => one * magnitude >= raw) ?? 10);
}
