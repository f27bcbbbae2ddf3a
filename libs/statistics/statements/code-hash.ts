import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from './statement-content.js';

const libs = fileURLToPath(new URL('../../', import.meta.url));
const counting = ['kernel', 'programmes', 'reference', 'statistics'];

/**
 * SHA-256, hex, of everything that takes part in counting, upcasters too, as it is compiled in `dist`.
 * What only tests use is left out: an image does not hold it, and its statements are the same.
 */
export function codeHash(): string {
  known ??= sha256(
    counting
      .flatMap((folder) => filesIn(join(libs, folder)))
      .map((file) => [relative(libs, file).split(sep).join('/'), readFileSync(file, 'utf8')])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
      .map(([name, text]) => `${String(name)}\n${sha256(String(text))}\n`)
      .join(''),
  );
  return known;
}

let known: string | undefined;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec|-testing|\.d)\.(js|ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
