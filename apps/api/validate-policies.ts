import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestOf, prepare, validatedFile } from '@sikkerby/access';

/*
 * Part of the build: validates every policy of the house, and keeps the digests beside the code that
 * reads them, so that no program takes a second for it whenever it starts. A text that is not among
 * them is validated when it is first used.
 */
rmSync(validatedFile, { force: true });
const files = readdirSync('libs', { recursive: true, encoding: 'utf8' });
const digests = files
  .filter((file) => file.endsWith('.cedar'))
  .map((file) => {
    const text = readFileSync(join('libs', file), 'utf8');
    prepare(basename(file), text);
    return digestOf(text);
  });
writeFileSync(validatedFile, JSON.stringify([...digests, digestOf('')]));
