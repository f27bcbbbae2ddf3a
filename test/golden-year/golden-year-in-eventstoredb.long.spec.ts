import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { patience } from '../support/patience.js';
import { demoRun, type DemoRun } from './demo/demo-run.js';
import { recordedFigures, toCompare } from './recorded-figures.js';

jest.setTimeout(patience(600));

let run: DemoRun;
beforeAll(async () => {
  run = await demoRun('eventstoredb');
});
afterAll(() => run.remove());

it('comes to the same figures with its events in EventStoreDB, over the wire double', async () => {
  const { exitCode, found } = await run.played;
  expect({ exitCode, found: toCompare(found) }).toEqual({ exitCode: 0, found: recordedFigures() });
});
