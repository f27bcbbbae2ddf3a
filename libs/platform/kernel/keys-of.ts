/**
 * The keys of an object that is written out in the code, in the order in which it has them, typed by
 * their names. Not for objects from outside, which may have more keys than their type says.
 */
export function keysOf<Written extends object>(written: Written): Extract<keyof Written, string>[] {
  const keys: Extract<keyof Written, string>[] = [];
  for (const key in written) keys.push(key);
  return keys;
}
