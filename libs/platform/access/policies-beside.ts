import { readFileSync } from 'node:fs';

/** The text of `<name>.cedar` beside the file of that URL. */
export function policiesBeside(url: string, name: string): string {
  return readFileSync(new URL(`./${name}.cedar`, url), 'utf8');
}
