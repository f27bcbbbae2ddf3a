import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { jsonOf } from '../support/json.js';
import type { Tree } from './tree.js';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
  }[];
}

/** How many seconds each spec takes that passes without a mutant; null for one that does not. */
type Seconds = Record<string, number | null>;

/** What is known of the specs; what is not is found out when it is asked for, and kept in the file. */
export class SpecTimes {
  private readonly known: Seconds;

  constructor(
    private readonly tree: Tree,
    private readonly file: string,
  ) {
    this.known = existsSync(file) ? jsonOf<Seconds>(readFileSync(file, 'utf8')) : {};
  }

  /** The first of the specs that pass without a mutant and together take no longer. */
  async within(specs: readonly string[], seconds: number): Promise<string[]> {
    await this.find(specs.filter((spec) => this.known[spec] === undefined));
    let spent = 0;
    return specs.filter((spec) => {
      const time = this.known[spec];
      if (time === undefined || time === null || spent + time > seconds) return false;
      spent += time;
      return true;
    });
  }

  sumOf(specs: readonly string[]): number {
    return specs.reduce((sum, spec) => sum + (this.known[spec] ?? 0), 0);
  }

  private async find(specs: readonly string[]): Promise<void> {
    if (specs.length === 0) return;
    const report = join(this.tree.root, 'spec-times.json');
    await this.tree.specs(specs, 3600, ['--json', `--outputFile=${report}`]);
    const { testResults } = jsonOf<Report>(readFileSync(report, 'utf8'));
    for (const { name, status, startTime, endTime } of testResults) {
      const spec = relative(this.tree.root, name);
      this.known[spec] = status === 'passed' ? (endTime - startTime) / 1000 : null;
      if (status !== 'passed') console.error(`fails without a mutant: ${spec}`);
    }
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(this.known, undefined, 2));
  }
}
