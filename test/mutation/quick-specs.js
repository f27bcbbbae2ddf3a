import { createInterface } from 'node:readline';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { handOver } from '../runner/jest-globals.js';

const require = createRequire(import.meta.url);
const circus = require('jest-circus');
const { expect } = require('expect');

register('../runner/jest-globals-hook.js', import.meta.url);
register('./anew-hook.js', import.meta.url);

const { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = circus;
handOver({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest: {}, test });

let times = 0;

/*
 * Runs specs that need no database, again and again in one process: each line that comes in names
 * specs, each that goes out says which of them failed. Modules of the house are loaded anew each time.
 */
for await (const line of createInterface({ input: process.stdin })) {
  const { specs, pattern } = JSON.parse(line);
  times += 1;
  let failed = null;
  for (const spec of specs) {
    if (await fails(spec, pattern)) {
      failed = spec;
      break;
    }
  }
  process.stdout.write(`${JSON.stringify({ failed })}\n`);
}

async function fails(spec, pattern) {
  try {
    circus.resetState();
    circus.getState().testNamePattern = pattern ? new RegExp(pattern) : null;
    const compiled = `dist/${spec.replace(/\.ts$/, '.js')}`;
    await import(`${pathToFileURL(compiled).href}?anew=${String(times)}`);
    const { testResults, unhandledErrors } = await circus.run();
    return unhandledErrors.length > 0 || testResults.some(({ errors }) => errors.length > 0);
  } catch {
    return true;
  }
}
