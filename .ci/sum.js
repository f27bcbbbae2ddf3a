import { readFileSync } from 'node:fs';

/** Adds up what several runs of Jest wrote with `--json`: `N passed, N failed`. */
const runs = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (field) => runs.reduce((total, run) => total + run[field], 0);
const failed = sum('numFailedTests') || sum('numFailedTestSuites');
process.stdout.write(`${String(sum('numPassedTests'))} passed, ${String(failed)} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
