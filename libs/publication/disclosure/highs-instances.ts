import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import highsModule, { type Highs } from 'highs';

// The package is typed as CommonJS, but imported it is an ES module: its default is the function.
const load: typeof highsModule.default =
  typeof highsModule === 'function' ? highsModule : highsModule.default;

const mostAtRest = 2;
/** An instance's memory never shrinks: one that has grown beyond this is let go. In bytes. */
const mostMemory = 64 * 1024 * 1024;

/** Compiled once for all instances, which each have a memory of their own. */
let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Instances that nobody uses now. The memory of each new one makes V8 search the whole process for
 * garbage, which takes up to a second where the process is large: longer than most questions take.
 */
const atRest: Highs[] = [];

/** An instance of the solver for one user at a time. */
export async function takeHighs(): Promise<Highs> {
  const rested = atRest.pop();
  if (rested) return rested;
  compiled ??= compile();
  return load({ wasmModule: await compiled });
}

/** Whoever took an instance gives it back without any model in it; not one that has failed. */
export function giveBack(highs: Highs): void {
  if (atRest.length < mostAtRest && highs.memoryBytes <= mostMemory) atRest.push(highs);
}

async function compile(): Promise<WebAssembly.Module> {
  const { resolve } = createRequire(import.meta.url);
  return WebAssembly.compile(await readFile(resolve('highs/runtime')));
}
