import { createHash } from 'node:crypto';

/** How many slices the streams are spread over. */
export const slices = 1024;

/**
 * The slice (0-1023) of a stream: the first two bytes of the SHA-256 of its name, modulo 1024. It is
 * stored with every event, in every store the same, and must never be computed in another way.
 */
export function sliceOf(stream: string): number {
  return createHash('sha256').update(stream).digest().readUInt16BE(0) % slices;
}
