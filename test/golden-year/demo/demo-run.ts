import { execFile, type ExecFileException } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonOf } from '../../support/json.js';
import { removeServer } from '../../support/remove-server.js';
import type { Figure } from '../figures.js';

export interface Played {
  readonly exitCode: number;
  readonly found: readonly Figure[];
}

/** `npm run demo` in a folder of its own. */
export interface DemoRun {
  readonly folder: string;
  /** What it came to; its exit code is 1 where a figure is not the strategy's. */
  readonly played: Promise<Played>;
  /** Ends it, and takes its folder away. */
  remove(): Promise<void>;
}

/** @param store where the events go, as `--store` of the demo names it */
export async function demoRun(store: 'postgresql' | 'eventstoredb'): Promise<DemoRun> {
  const parent = await mkdtemp(join(tmpdir(), 'sikkerby-golden-'));
  const folder = join(parent, store);
  const over = new AbortController();
  const args = [
    'dist/test/golden-year/demo/demo.js',
    '--store',
    store,
    '--folder',
    folder,
    '--json',
  ];
  const played = new Promise<Played>((resolve, reject) => {
    const ended = (error: ExecFileException | null, stdout: string) => {
      if (stdout === '') reject(error ?? new Error('the demo says nothing'));
      else resolve({ exitCode: Number(error?.code ?? 0), found: jsonOf<Figure[]>(stdout) });
    };
    execFile(process.execPath, args, { signal: over.signal }, ended);
  });
  return {
    folder,
    played,
    async remove() {
      over.abort();
      await played.catch(() => undefined);
      await removeServer(join(folder, 'eventstoredb'));
      await removeServer(folder);
      await rm(parent, { recursive: true });
    },
  };
}
