import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { removeServer } from '../support/remove-server.js';

export interface Run {
  readonly passed: boolean;
  readonly late: boolean;
  readonly output: string;
}

const left = ['node_modules', 'data', '.git'];

/** A copy of the checkout as it was built, in which files are changed and specs run. */
export class Tree {
  private readonly data = mkdtempSync(join(tmpdir(), 'sikkerby-mutants-data-'));

  private constructor(readonly root: string) {}

  static copyOf(checkout: string): Tree {
    const root = mkdtempSync(join(tmpdir(), 'sikkerby-mutants-'));
    for (const name of readdirSync(checkout)) {
      if (!left.includes(name)) cpSync(join(checkout, name), join(root, name), { recursive: true });
    }
    symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
    return new Tree(root);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** What the work gives with that text in the file, which has its own again afterwards. */
  async with<T>(path: string, text: string, work: () => Promise<T>): Promise<T> {
    const own = this.read(path);
    writeFileSync(join(this.root, path), text);
    try {
      return await work();
    } finally {
      writeFileSync(join(this.root, path), own);
    }
  }

  /**
   * Runs the specs one after the other, on the server of all runs unless they want their own; ends
   * them when the seconds are over.
   */
  specs(
    specs: readonly string[],
    seconds: number,
    options: readonly string[],
    ownServer = false,
  ): Promise<Run> {
    const jest = join(this.root, 'node_modules/jest/bin/jest.js');
    const own = (name: string) => join(this.root, 'test/mutation', name);
    const server = [
      `--globalSetup=${own('kept-server.js')}`,
      `--globalTeardown=${own('no-teardown.js')}`,
    ];
    const env = { ...process.env, SPECS: specs.join(' '), MUTANTS_DATA_DIR: this.data };
    const child = spawn(
      process.execPath,
      [
        jest,
        '--runInBand',
        '--reporters=default',
        `--testSequencer=${own('given-order.js')}`,
        ...(ownServer ? [] : server),
        ...options,
        '--runTestsByPath',
        ...specs,
      ],
      { cwd: this.root, detached: true, env },
    );
    let output = '';
    let late = false;
    const take = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(() => {
      late = true;
      // The run and the programs that it started.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => {
        clearTimeout(timer);
        resolve({ passed: code === 0, late, output });
      });
    });
  }

  async remove(): Promise<void> {
    await removeServer(this.data);
    rmSync(this.root, { recursive: true, force: true });
  }
}
