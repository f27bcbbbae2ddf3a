import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { secondsWorked } from './processor-time.js';

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

  onTestFileResult({ path }, { worked = { own: 0, children: 0 }, perfStats }) {
    this.#running.delete(path);
    this.#done += 1;
    const wall = (perfStats.end - perfStats.start) / 1000;
    this.#times.push({ file: relative(this.#root, path), ...worked, wall });
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
    const sum = (each) => this.#times.reduce((total, file) => total + each(file), 0);
    const lines = this.#times
      .sort((a, b) => b.own + b.children - a.own - a.children)
      .slice(0, Number(process.env.TEST_TIMES))
      .map(
        ({ file, own, children, wall }) =>
          `${own.toFixed(1)} + ${children.toFixed(1)} s CPU, ${wall.toFixed(1)} s: ${file}`,
      );
    process.stderr.write(
      `${lines.join('\n')}\n` +
        `CPU seconds: ${sum(({ own }) => own).toFixed(0)} in the workers, ` +
        `${sum(({ children }) => children).toFixed(0)} in programs that the tests started, ` +
        `${databaseSeconds().toFixed(0)} in their common database server\n`,
    );
  }
}

function databaseSeconds() {
  try {
    const lock = join(process.env.TEST_DATA_DIR ?? '', 'postgres', 'postmaster.pid');
    const [pid] = readFileSync(lock, 'utf8').split('\n');
    const { own, children } = secondsWorked(pid);
    return own + children;
  } catch {
    // No test needed it.
    return 0;
  }
}
