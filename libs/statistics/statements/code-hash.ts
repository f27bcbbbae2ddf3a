import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from './statement-content.js';

/** Where in `libs` figures are made: what is an event, a fact, a measure, a district. */
export const countingParts = [
  'platform/kernel',
  'case-kit',
  'programmes',
  'reference',
  'statistics',
  'strategy/funded-effort',
  'strategy/principles.js',
] as const;

/**
 * SHA-256, hex, of everything that takes part in counting, upcasters too, as it is compiled in `dist`.
 * What only tests use is left out: an image does not hold it, and its statements are the same. So are
 * the shapes of requests and answers, of which the compiler writes down the same in another order.
 */
export function codeHash(): string {
  known ??= codeHashOf(fileURLToPath(new URL('../../', import.meta.url)));
  return known;
}

let known: string | undefined;

/** @param libs the folder in which the compiled libs lie */
export function codeHashOf(libs: string): string {
  const files = countingParts
    .flatMap((part) => filesIn(join(libs, part)))
    .map((file) => ({
      name: relative(libs, file).split(sep).join('/'),
      digest: sha256(readFileSync(file, 'utf8')),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return sha256(files.map(({ name, digest }) => `${name}\n${digest}\n`).join(''));
}

const apart = /(\.spec|-testing|\.d|\.requests|\.answers|\.controller)\.(js|ts)$/;

function filesIn(part: string): string[] {
  if (part.endsWith('.js')) return [part];
  return readdirSync(part, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(js|ts)$/.test(entry.name) && !apart.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
