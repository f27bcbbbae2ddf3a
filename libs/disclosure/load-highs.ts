import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import highsModule, { type Highs } from 'highs';

// The package is typed as CommonJS, but imported it is an ES module: its default is the function.
const load = highsModule as unknown as typeof highsModule.default;

/** Compiled once for all instances, which each have a memory of their own. */
let compiled: Promise<WebAssembly.Module> | undefined;

/** Another instance of the solver; what is compiled for it is kept. */
export async function loadHighs(): Promise<Highs> {
  compiled ??= compile();
  return load({ wasmModule: await compiled });
}

async function compile(): Promise<WebAssembly.Module> {
  const { resolve } = createRequire(import.meta.url);
  return WebAssembly.compile(await readFile(resolve('highs/runtime')));
}
