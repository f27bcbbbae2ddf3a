import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonBody } from '../../support/json.js';
import type { DemoCalls } from './demo-calls.js';

const years = [2017, 2018];

interface Told {
  readonly files: readonly { readonly name: string }[];
}

/**
 * Publishes the first statement of both years, by two, and writes every file that is then public.
 * @returns the folder
 */
export async function demoReleases({ ask, send }: DemoCalls, folder: string): Promise<string> {
  const at = join(folder, 'published');
  for (const [place, year] of years.entries()) {
    await mkdir(join(at, String(year)), { recursive: true });
    const release = `/publication/releases/${String(place + 1)}`;
    const { revision } = await send('analyst', '/publication/releases', { year, statement: 1 });
    await send('report-approver', `${release}/release`, {}, revision);
    const { files } = await jsonBody<Told>(await ask(release));
    for (const { name } of files) {
      const text = await (await ask(`${release}/files/${name}`)).text();
      await writeFile(join(at, String(year), name), text);
    }
  }
  return at;
}
