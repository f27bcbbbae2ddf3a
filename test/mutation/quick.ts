import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { jsonOf } from '../support/json.js';

/** How often the modules of the house are loaded before a new process starts with none. */
const most = 40;

const needNoDatabase =
  /^libs\/(?!microdata|postgres|configuration)|^test\/access\/policies|^test\/people\/sharing-rules|^test\/erasure\/(rules|ledger)/;

export function isQuick(spec: string): boolean {
  return needNoDatabase.test(spec);
}

export type Answer = { readonly failed: string | null } | 'late';

/** Runs specs that need no database, in a process that stays. */
export class Quick {
  private child: ChildProcess | undefined;
  private lines: Interface | undefined;
  private asked = 0;

  constructor(private readonly root: string) {}

  async ask(specs: readonly string[], pattern: string, seconds: number): Promise<Answer> {
    if (this.asked >= most) this.end();
    const { child, lines } = this.start();
    this.asked += 1;
    const answer = new Promise<Answer>((resolve) => {
      const timer = setTimeout(() => {
        this.end();
        resolve('late');
      }, seconds * 1000);
      child.once('exit', () => {
        clearTimeout(timer);
        if (this.child === child) this.end();
        resolve({ failed: specs[0] ?? null });
      });
      lines.once('line', (line) => {
        clearTimeout(timer);
        child.removeAllListeners('exit');
        resolve(jsonOf<Answer>(line));
      });
    });
    child.stdin?.write(`${JSON.stringify({ specs, pattern })}\n`);
    return answer;
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
    this.lines = undefined;
    this.asked = 0;
  }

  private start(): { child: ChildProcess; lines: Interface } {
    if (this.child && this.lines) return { child: this.child, lines: this.lines };
    const child = spawn(process.execPath, ['test/mutation/quick-specs.js'], {
      cwd: this.root,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: child.stdout });
    this.child = child;
    this.lines = lines;
    return { child, lines };
  }
}
