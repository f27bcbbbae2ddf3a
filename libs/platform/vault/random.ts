import { randomBytes } from 'node:crypto';

const size = 8192;
let drawn = Buffer.alloc(0);
let used = 0;

/** Fresh random bytes, never given twice; drawn in bulk, since every draw is a call of the system. */
export function random(length: number): Buffer {
  if (used + length > drawn.length) {
    drawn = randomBytes(size);
    used = 0;
  }
  used += length;
  return drawn.subarray(used - length, used);
}
