import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { jsonOf } from '../support/json.js';
import { foldedSamples, sampleFiles, samplesFolder } from './samples.js';

/** What the samples of each file fold to, by the name of the file. */
type States = Record<string, readonly unknown[]>;

const folder = new URL('folded/', samplesFolder);

/** The state that each sample of a file was seen to fold to, when states were recorded last. */
export function recordedStates(name: string): readonly unknown[] | undefined {
  const file = fileOf(programmeOf(name));
  if (!existsSync(file)) return undefined;
  return jsonOf<States>(readFileSync(file, 'utf8'))[name];
}

/** Names of all files of samples of which there are states. */
export function namesOfRecorded(): string[] {
  return readdirSync(folder).flatMap((file) =>
    Object.keys(jsonOf<States>(readFileSync(new URL(file, folder), 'utf8'))),
  );
}

/** The states as they are kept: a field that is undefined is a field that is not there. */
export function statesOf(name: string): readonly unknown[] {
  const states = foldedSamples(name).map(({ state }) => state);
  return jsonOf<unknown[]>(JSON.stringify(states));
}

/**
 * Writes what each sample folds to, one file for a programme, all anew: unlike the samples, a state
 * may change, and whoever changes it reads in the difference what they have changed.
 */
export function recordStates(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const programme of new Set(sampleFiles.map(programmeOf))) {
    const names = sampleFiles.filter((name) => programmeOf(name) === programme).sort();
    const states = Object.fromEntries(names.map((name) => [name, statesOf(name)]));
    writeFileSync(fileOf(programme), `${readable(states)}\n`);
  }
}

function programmeOf(name: string): string {
  return name.split('.')[0] ?? name;
}

function fileOf(programme: string): URL {
  return new URL(`${programme}.json`, folder);
}

/** JSON of which whatever is short, or a list of plain values, stands on one line. */
function readable(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  const isList = Array.isArray(value);
  const isPlain = isList && value.every((each) => typeof each !== 'object' || each === null);
  if (typeof value !== 'object' || value === null || isPlain || line.length <= 80) return line;
  const deeper = `${indent}  `;
  const lines = Object.entries(value).map(
    ([key, each]) =>
      `${deeper}${isList ? '' : `${JSON.stringify(key)}: `}${readable(each, deeper)}`,
  );
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
