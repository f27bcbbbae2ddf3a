/** Decimal numbers as they are written, compared as whole numbers of one scale: no float is near. */

const form = /^(0|[1-9]\d{0,8})(?:\.(\d{1,4}))?$/;
const signed = /^(-?)(\d{1,9})(?:\.(\d{1,4}))?$/;

/** Whether the text is a figure such as `9` or `2.25`: with a dot, not negative. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && form.test(text);
}

/** How many decimals it is written with. */
export function placesOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** Negative, zero or positive as the first is smaller, the same or larger. `9` is `9.0`. */
export function compare(one: string, other: string): number {
  const [first, second] = scaled(one, other);
  return first === second ? 0 : first < second ? -1 : 1;
}

/** The first less the second, with the decimals of the longer: `1.05` less `0.97` is `0.08`. */
export function minus(one: string, other: string): string {
  const [first, second] = scaled(one, other);
  const places = Math.max(placesOf(one), placesOf(other));
  const difference = first - second;
  const digits = String(difference < 0n ? -difference : difference).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = difference < 0n ? '-' : '';
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

function scaled(one: string, other: string): [bigint, bigint] {
  const places = Math.max(placesOf(one), placesOf(other));
  return [atScale(one, places), atScale(other, places)];
}

function atScale(text: string, places: number): bigint {
  const [, sign = '', whole = '', decimals = ''] = signed.exec(text) ?? [];
  if (whole === '') throw new RangeError('no decimal number');
  return BigInt(`${sign}${whole}${decimals.padEnd(places, '0')}`);
}
