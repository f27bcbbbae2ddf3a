import { createRequire, register } from 'node:module';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { handOver } from './jest-globals.js';
import { secondsWorked } from './processor-time.js';

const require = createRequire(import.meta.url);
const circus = join(require.resolve('jest-circus/package.json'), '../build/jestAdapterInit.js');

register('./jest-globals-hook.js', import.meta.url);

// A property that failed says its seed: TEST_SEED tries it again with the same cases.
if (process.env.TEST_SEED) {
  const { default: fastCheck } = await import('fast-check');
  fastCheck.configureGlobal({ seed: Number(process.env.TEST_SEED) });
}

let files = 0;

/**
 * Jest's test framework for a spec file that the build has compiled: Node imports it like any module,
 * so that a worker loads the house once, and not once for each file.
 */
export default async function runCompiledSpec(
  globalConfig,
  config,
  environment,
  runtime,
  testPath,
  sendMessageToJest,
) {
  const before = secondsWorked();
  // Jest asks for a hundred lines of each stack, which costs more than many an answer that is refused.
  Error.stackTraceLimit = 15;
  const compiled = compiledFile(config.rootDir, testPath);
  const { initialize, runAndTransformResultsToJestFormat } = freshCircus();
  mapStacks(runtime);
  await initialize({
    config,
    environment,
    globalConfig,
    localRequire: require,
    parentProcess: process,
    runtime,
    sendMessageToJest,
    setGlobalsForRuntime: (globals) => handOver({ ...globals, jest: jestFor(environment) }),
    testPath,
  });
  await import(`${pathToFileURL(compiled).href}?file=${String((files += 1))}`);
  const results = await runAndTransformResultsToJestFormat({
    config,
    globalConfig,
    setupAfterEnvPerfStats: { setupAfterEnvStart: 0, setupAfterEnvEnd: 0 },
    testPath,
  });
  const after = secondsWorked();
  return {
    ...results,
    worked: { own: after.own - before.own, children: after.children - before.children },
  };
}

function compiledFile(root, testPath) {
  const compiled = join(root, 'dist', relative(root, testPath).replace(/\.ts$/, '.js'));
  if (existsSync(compiled)) return compiled;
  throw new Error(`${testPath} is not compiled: npm run build`);
}

/** Circus keeps the tests of a file in its module and on the global object: anew for each file. */
function freshCircus() {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (/JEST_STATE|EVENT_HANDLERS|TEST_TIMEOUT|RETRY|LOG_ERRORS/.test(String(symbol))) {
      delete globalThis[symbol];
    }
  }
  delete require.cache[circus];
  const hooks = require('node:async_hooks');
  const before = Object.getOwnPropertyDescriptor(hooks, 'AsyncLocalStorage');
  Object.defineProperty(hooks, 'AsyncLocalStorage', { configurable: true, value: TestUnderWay });
  try {
    return require(circus);
  } finally {
    Object.defineProperty(hooks, 'AsyncLocalStorage', before);
  }
}

/**
 * Which test or hook is under way, as circus asks for it. One at a time: Node before 24 follows a context
 * through each promise of the process, for each file that a worker has run, which took a sixth of the
 * workers' time.
 */
class TestUnderWay {
  #store;

  getStore() {
    return this.#store;
  }

  run(store, callback) {
    const before = this.#store;
    const leave = () => {
      this.#store = before;
    };
    this.#store = store;
    const result = callback();
    result.then(leave, leave);
    return result;
  }
}

/** What the specs use of the `jest` object. */
function jestFor({ moduleMocker }) {
  return {
    fn: moduleMocker.fn.bind(moduleMocker),
    spyOn: moduleMocker.spyOn.bind(moduleMocker),
    setTimeout(milliseconds) {
      globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = milliseconds;
    },
  };
}

/** Stacks of compiled files name the lines of their sources. */
function mapStacks(runtime) {
  const maps = runtime.getSourceMaps();
  const known = maps.get.bind(maps);
  maps.get = (file) => known(file) ?? (existsSync(`${file}.map`) ? `${file}.map` : undefined);
}
