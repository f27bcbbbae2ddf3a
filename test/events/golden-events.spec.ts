import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { namesOfRecorded, recordedStates, recordStates, statesOf } from './folded-states.js';
import { foldedSamples, parsed, registry, sampleFiles, samplesFolder } from './samples.js';

const manifest = parsed('manifest.json') as Record<string, string>;

if (process.env.RECORD_SAMPLES) recordStates();

describe('golden events', () => {
  test('every version that can be read has samples, and every sample can be read', () => {
    expect(sampleFiles.map((name) => name.replace(/\.json$/, '')).sort()).toEqual(
      registry.readable,
    );
  });

  test('the manifest names every file, and so do the recorded states', () => {
    const names = [...sampleFiles].sort();
    expect(Object.keys(manifest).sort()).toEqual(names);
    expect(namesOfRecorded().sort()).toEqual(names);
  });

  test.each(sampleFiles)('%s is as it was written', (name) => {
    const text = readFileSync(new URL(name, samplesFolder));
    expect(createHash('sha256').update(text).digest('hex')).toBe(manifest[name]);
  });

  test.each(sampleFiles)('%s can be read and folded', (name) => {
    const folded = foldedSamples(name);
    expect(folded.length).toBeGreaterThan(0);
    for (const { sample, decider, state } of folded) {
      expect(`${sample.type}.json`).toBe(name);
      expect(state).not.toEqual(decider.initialState);
      expect(decider.homeOf?.(state)?.district ?? 'nowhere').toMatch(/^[a-z-]+$/);
    }
  });

  test.each(sampleFiles)('%s folds to the state that was recorded', (name) => {
    expect(statesOf(name)).toEqual(recordedStates(name));
  });
});
