import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { jsonOf } from '../support/json.js';

/** The programs that a file of tests runs. */
export class Programs {
  private readonly running = new Set<Program>();
  private isOver = false;

  /** A program of ours as a process of its own, as it is built in `dist`. */
  start(script: string, settings: Readonly<Record<string, string>>, preload?: string): Program {
    if (this.isOver) throw new Error('the tests are over');
    const program = new Program(script, settings, preload);
    this.running.add(program);
    void program.exited.then(() => this.running.delete(program));
    return program;
  }

  /** Ends every program that a failed test left behind; no other starts. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all([...this.running].map((program) => program.end('SIGKILL')));
  }
}

export class Program {
  readonly exited: Promise<NodeJS.Signals | number>;
  private readonly process: ChildProcess;

  constructor(
    private readonly script: string,
    settings: Readonly<Record<string, string>>,
    preload?: string,
  ) {
    const node = preload === undefined ? [] : ['--import', `./dist/${preload}`];
    this.process = spawn(process.execPath, [...node, `dist/${script}`], {
      env: { PATH: process.env.PATH, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.exited = once(this.process, 'exit').then(
      ([code, signal]) => (signal ?? code) as NodeJS.Signals | number,
    );
  }

  /** The port that it listens on, once it does. */
  async port(): Promise<number> {
    const { stdout } = this.process;
    if (!stdout) throw new Error('stdout is a pipe');
    for await (const line of createInterface(stdout)) {
      const { port } = jsonOf<{ port?: number }>(line);
      if (port !== undefined) {
        stdout.resume();
        return port;
      }
    }
    throw new Error(`${this.script} ended before it listened`);
  }

  /** Ends it: as a power cut would with SIGKILL, by asking with SIGTERM. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.process.kill(signal);
    await this.exited;
  }
}

/** Where in a batch a projector is killed. */
export const steps = ['before-the-rows', 'after-the-rows', 'before-the-commit', 'after-the-commit'];
