import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { EventRegistry } from '@sikkerby/event-store';
import { fold, type Decider, type DomainEvent } from '@sikkerby/kernel';
import { contexts } from '@sikkerby/system';
import { besideSource } from '../support/beside-source.js';

/** Events as they were once written, never edited since; `after` names what came before them. */
interface Golden {
  readonly after: readonly string[];
  readonly samples: readonly DomainEvent[];
}

const folder = besideSource(import.meta.url, '');
const manifest = parsed('manifest.json') as Record<string, string>;
const files = readdirSync(folder).filter((name) => /\.v\d+\.json$/.test(name));

const registry = new EventRegistry();
for (const { deciders, upcasters = [] } of contexts) {
  for (const { evolve } of deciders) registry.register(Object.keys(evolve));
  for (const { from, to, upcast } of upcasters) registry.registerUpcaster(from, to, upcast);
}

describe('golden events', () => {
  test('every version that can be read has samples, and every sample can be read', () => {
    expect(files.map((name) => name.replace(/\.json$/, '')).sort()).toEqual(registry.readable);
  });

  test('the manifest names every file', () => {
    expect(Object.keys(manifest).sort()).toEqual([...files].sort());
  });

  test.each(files)('%s is as it was written', (name) => {
    const hash = createHash('sha256').update(readFileSync(new URL(name, folder))).digest('hex');
    expect(hash).toBe(manifest[name]);
  });

  test.each(files)('%s can be read and folded', (name) => {
    const { after, samples } = golden(name);
    expect(samples.length).toBeGreaterThan(0);
    const before = after.map((type) => newest(golden(`${type}.json`).samples[0]));
    for (const sample of samples) {
      expect(`${sample.type}.json`).toBe(name);
      const event = newest(sample);
      const decider = deciderOf(event.type);
      const state = fold(decider, fold(decider, decider.initialState, before), [event]);
      expect(state).not.toEqual(decider.initialState);
      expect(decider.homeOf?.(state)?.district ?? 'nowhere').toMatch(/^[a-z-]+$/);
    }
  });
});

function parsed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function golden(name: string): Golden {
  return parsed(name) as Golden;
}

function newest(sample: DomainEvent | undefined): DomainEvent {
  if (!sample) throw new Error('there is no sample');
  return { ...sample, ...registry.newest(sample.type, sample.data) };
}

function deciderOf(type: string): Decider {
  const decider = contexts
    .flatMap(({ deciders }) => deciders)
    .find(({ evolve }) => Object.hasOwn(evolve, type));
  if (!decider) throw new Error(`${type} belongs to no decider`);
  return decider;
}
