import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, jest } from '@jest/globals';
import { jsonOf } from '../support/json.js';
import { besideSource } from '../support/beside-source.js';
import { patience } from '../support/patience.js';
import { WireDouble } from '../wire-double/wire-double.js';
import { differences, leftOut } from './differences.js';

jest.setTimeout(patience(300));

interface Scenario {
  readonly name: string;
  readonly calls: readonly { readonly answer: object }[];
}

/** Each group of scenarios has a double of its own: some of them read the whole log. */
const groups = [
  'append plain',
  'names of',
  'types of',
  'round trip: JSON',
  'read a stream',
  'read the log',
  'metadata of',
  'truncated',
  'maximal',
  'deleted',
  'tombstoned',
  'subscribe to the log',
  'subscribe with',
  'checkpoints',
];

const here = (file: string) => fileURLToPath(besideSource(import.meta.url, file));
const recorded = jsonOf<{
  readonly 'largest append': number;
  readonly recordings: readonly Scenario[];
}>(readFileSync(here('recorded.json'), 'utf8'));

async function driven(only: string): Promise<readonly Scenario[]> {
  const double = await WireDouble.start({
    maxAppendSize: recorded['largest append'],
    isSilent: true,
  });
  try {
    const said = await new Promise<string>((resolve) => {
      const words = [here('drive.mjs'), double.url, '--only', only];
      // It may end with 13: the client does not end a call that the server refused.
      execFile(process.execPath, words, { maxBuffer: 2 ** 28 }, (_, stdout) => resolve(stdout));
    });
    return jsonOf<{ recordings: readonly Scenario[] }>(said).recordings;
  } finally {
    double.kill();
  }
}

/** Without when the appends of a subscription's steps were answered, which may be before or after. */
function compared(answer: object): unknown {
  if (!('messages' in answer) || !Array.isArray(answer.messages)) return answer;
  const messages: unknown[] = answer.messages;
  return messages.filter((message) => !String(message).startsWith('(append to '));
}

it('the double answers as a server did, call by call, but where it is said why not', async () => {
  const answers = (await Promise.all(groups.map(driven))).flat();
  const wanted = recorded.recordings.filter(
    ({ name }) => !leftOut.some(([names]) => names.test(name)),
  );
  expect(answers.map(({ name }) => name).sort()).toEqual(wanted.map(({ name }) => name).sort());
  const found = wanted.flatMap(({ name, calls }) => {
    const ours = answers.find((scenario) => scenario.name === name)?.calls ?? [];
    return calls.flatMap(({ answer }, number) => {
      const isSame = isEqual(compared(answer), compared(ours[number]?.answer ?? {}));
      return isSame ? [] : [`${name}: ${String(number)}`];
    });
  });
  const told = differences.flatMap(({ scenario, calls }) =>
    calls.map((number) => `${scenario}: ${String(number)}`),
  );
  expect(found.sort()).toEqual(told.sort());
});

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
