import { relative } from 'node:path';

const interval = 10_000;

/**
 * Says every ten seconds what is running and for how long, so that nobody wonders; with `TEST_TIMES`
 * set, which files took most processor time in the end.
 */
export default class ProgressReporter {
  #root;
  #running = new Map();
  #done = 0;
  #total = 0;
  #timer;
  #times = [];

  constructor({ rootDir }) {
    this.#root = rootDir;
  }

  onRunStart({ numTotalTestSuites }) {
    this.#total = numTotalTestSuites;
    this.#timer = setInterval(() => this.#say(), interval);
  }

  onTestFileStart({ path }) {
    this.#running.set(path, Date.now());
  }

  onTestFileResult({ path }, { cpuSeconds, perfStats }) {
    this.#running.delete(path);
    this.#done += 1;
    const wall = (perfStats.end - perfStats.start) / 1000;
    this.#times.push({ file: relative(this.#root, path), cpu: cpuSeconds ?? 0, wall });
  }

  onRunComplete() {
    clearInterval(this.#timer);
    if (process.env.TEST_TIMES) this.#sayTimes();
  }

  #say() {
    const at = [...this.#running].map(([path, since]) => {
      const seconds = Math.round((Date.now() - since) / 1000);
      return `${relative(this.#root, path)} (${String(seconds)} s)`;
    });
    process.stderr.write(
      `${String(this.#done)} of ${String(this.#total)} files; now ${at.join(', ')}\n`,
    );
  }

  #sayTimes() {
    const total = this.#times.reduce((sum, { cpu }) => sum + cpu, 0);
    const lines = this.#times
      .sort((a, b) => b.cpu - a.cpu)
      .slice(0, Number(process.env.TEST_TIMES))
      .map(({ file, cpu, wall }) => `${cpu.toFixed(1)} s CPU, ${wall.toFixed(1)} s: ${file}`);
    process.stderr.write(
      `${lines.join('\n')}\n${total.toFixed(0)} s of CPU in the workers, their programs apart\n`,
    );
  }
}
