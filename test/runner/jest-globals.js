/*
 * What Jest gives to the file that runs now. A helper is imported once and used by many files: it finds
 * the functions of that file, since an export is the variable itself and not its value.
 */
export let afterAll;
export let afterEach;
export let beforeAll;
export let beforeEach;
export let describe;
export let expect;
export let it;
export let jest;
export let test;

/** Takes what Jest gives to the next file. */
export function handOver(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globals);
}
