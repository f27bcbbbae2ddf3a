import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the checkout, of whose `dist/test/support` this file is compiled. */
export const checkout = new URL('../../../', import.meta.url);

/** A file beside the source of a compiled module: what specs read and record is not compiled. */
export function besideSource(moduleUrl: string, name: string): URL {
  const folder = relative(
    fileURLToPath(new URL('dist/', checkout)),
    fileURLToPath(new URL('.', moduleUrl)),
  );
  return new URL(name, `${pathToFileURL(fileURLToPath(checkout)).href}${folder}/`);
}
