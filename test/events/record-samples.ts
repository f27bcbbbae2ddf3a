import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RecordedEvent } from '@sikkerby/kernel';
import { programmes } from '@sikkerby/programmes';
import { besideSource } from '../support/beside-source.js';

const alikeEverywhere =
  /^youth-concern\.(persons-|consent-|disclosure-declined\.|information-disclosed\.)/;
const personProgrammes = programmes.filter(({ persons }) => persons).map(({ name }) => name);
const folder = besideSource(import.meta.url, '');

/**
 * Writes a golden sample of every type among the events that has none yet, each after what came
 * before it in its stream, and the manifest anew. Samples that are there are never touched.
 */
export function recordSamples(events: readonly RecordedEvent[]): void {
  const before = new Map<string, string[]>();
  for (const { stream, id, type, occurredOn, data, reason, legalBasis, actor, ...rest } of events) {
    const { correlationId } = rest;
    const sample = { id, type, occurredOn, data, reason, legalBasis, actor, correlationId };
    const after = before.get(stream) ?? [];
    before.set(stream, [...after, type]);
    const file = new URL(`${type}.json`, folder);
    if (existsSync(file)) continue;
    writeFileSync(file, `${JSON.stringify({ after, samples: [sample] }, undefined, 2)}\n`);
  }
  for (const programme of personProgrammes) recordAlike(programme);
  writeFileSync(new URL('manifest.json', folder), `${JSON.stringify(manifest(), undefined, 2)}\n`);
}

/** What every register of persons records alike, as `youth-concern` does. */
function recordAlike(programme: string): void {
  const known = 'youth-concern.';
  const alike = readdirSync(folder).filter((name) => alikeEverywhere.test(name));
  for (const name of alike) {
    const file = new URL(name.replace(known, `${programme}.`), folder);
    if (existsSync(file)) continue;
    const text = readFileSync(new URL(name, folder), 'utf8');
    writeFileSync(file, text.replaceAll(known, `${programme}.`));
  }
}

function manifest(): Record<string, string> {
  const files = readdirSync(folder).filter((name) => /\.v\d+\.json$/.test(name));
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(new URL(name, folder)))
        .digest('hex'),
    ]),
  );
}
