import { readdirSync, readFileSync } from 'node:fs';
import { fold, type Decider, type DomainEvent } from '@sikkerby/kernel';
import { contexts, eventRegistry } from '@sikkerby/system';
import { besideSource } from '../support/beside-source.js';

/** Events as they were once written, never edited since; `after` names what came before them. */
export interface Golden {
  readonly after: readonly string[];
  readonly samples: readonly DomainEvent[];
}

/** A sample and what came before it in its stream, all in their newest versions. */
export interface History {
  readonly sample: DomainEvent;
  readonly decider: Decider;
  readonly events: readonly DomainEvent[];
}

/** What one sample folds to, after what came before it. */
interface Folded extends History {
  readonly state: unknown;
}

export const samplesFolder = besideSource(import.meta.url, '');
export const sampleFiles = readdirSync(samplesFolder).filter((name) => /\.v\d+\.json$/.test(name));

export const registry = eventRegistry();

export function parsed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, samplesFolder), 'utf8'));
}

/** Each sample of a file, at the end of its stream. */
export function historiesOf(name: string): History[] {
  const { after, samples } = golden(name);
  const before = after.map((type) => newest(golden(`${type}.json`).samples[0]));
  return samples.map((sample) => {
    const event = newest(sample);
    return { sample, decider: deciderOf(event.type), events: [...before, event] };
  });
}

/** Each sample of a file, folded by the decider of today. */
export function foldedSamples(name: string): Folded[] {
  return historiesOf(name).map((history) => {
    const { decider, events } = history;
    return { ...history, state: fold(decider, decider.initialState, events) };
  });
}

/** The samples of a file. */
export function golden(name: string): Golden {
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
