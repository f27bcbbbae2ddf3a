import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestOf, prepare, validatedFile } from './cedar.js';

/*
 * Part of the build, a program by itself: validates every policy of the house, and keeps the digests
 * beside the code that reads them, so that no program takes a second for it whenever it starts. A text
 * that is not among them is validated when it is first used.
 */
const files = readdirSync('libs', { recursive: true, encoding: 'utf8' });
const digests = files
  .filter((file) => file.endsWith('.cedar'))
  .map((file) => {
    const text = readFileSync(join('libs', file), 'utf8');
    prepare(basename(file), text);
    return digestOf(text);
  });
writeFileSync(validatedFile, JSON.stringify([...digests, digestOf('')]));
