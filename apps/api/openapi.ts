import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { createLogger } from '@sikkerby/configuration';
import { contexts } from '@sikkerby/system';
import type { ApiParts } from './api-parts.js';
import { createApi } from './create-api.js';
import { openApiOf } from './docs.js';

const file = 'openapi.json';

/**
 * Writes `openapi.json` from the routes, without a database; with `--check` it only compares. Runs
 * from `dist`: the build adds to the classes what TypeScript knows of them.
 */
async function main(): Promise<void> {
  const logger = createLogger({ LOG_LEVEL: 'error' });
  const limits = { requestsPerMinute: 1, cprLookUpsPerMinute: 1 };
  const parts: Partial<ApiParts> = { programmes: contexts, projections: [], logger, ...limits };
  const api = await createApi(parts as ApiParts);
  const now = `${JSON.stringify(openApiOf(api), undefined, 2)}\n`;
  await api.close();
  if (!process.argv.includes('--check')) return writeFile(file, now);
  if ((await readFile(file, 'utf8')) !== now) {
    console.error(`${file} is not what the routes say; write it anew with npm run openapi`);
    process.exitCode = 1;
  }
}

await main();
