import { describe, expect, it } from '@jest/globals';
import type { Projection } from '@sikkerby/projections';
import { contexts } from '@sikkerby/system';
import { differences, recordedVersions, recordVersions, toRecord, versionsOf } from './versions.js';

const projections = contexts.flatMap((context) => context.projections);
const now = await versionsOf(projections);

if (process.env.RECORD_DIGESTS) recordVersions(now);

const name = 'safety-lift.work';
const again = 'RECORD_DIGESTS=1 npx jest test/projections/versions';
const version = now[name]?.version ?? NaN;
const raise = `raise listsVersion in safety-lift.programme.ts above ${version}, then npm run build && ${again}`;

/** All of them, but for one that is otherwise. */
async function otherwise(changed: (lists: Projection) => Partial<Projection>) {
  const found = projections.filter((projection) => projection.name === name);
  return { ...now, ...(await versionsOf(found.map((lists) => ({ ...lists, ...changed(lists) })))) };
}

describe('versions of projections', () => {
  it('are raised when what they make has changed, and recorded', () => {
    expect(differences(recordedVersions(), now)).toEqual([]);
  });

  it('are asked for when rows, their readers or the events that are read are others', async () => {
    const rows = await otherwise((lists) => ({
      fold: (event, stored) => {
        if (event.type !== 'safety-lift.lift-annulled.v1') lists.fold(event, stored);
      },
    }));
    const readers = await otherwise(() => ({ seenBy: 'everybody' }));
    const read = await otherwise(({ reads }) => ({ reads: [...reads, 'youth-club.'] }));
    expect(differences(now, rows)).toEqual([
      `${name}: changed its rows of safety-lift.lift-annulled.v1, safety-lift.lift-reinstated.v1 and 1 more: ${raise}`,
    ]);
    for (const changed of [readers, read]) {
      expect(differences(now, changed)).toEqual([
        `${name}: changed its tables, their readers or what it reads: ${raise}`,
      ]);
    }
    expect(() => toRecord(now, rows)).toThrow(raise);
  });

  it('are recorded when they are raised, and never lower', async () => {
    const raised = await otherwise(() => ({ version: version + 1 }));
    const stale = `${name}: versions.json does not have it as it is now: ${again}`;
    expect(differences(now, raised)).toEqual([stale]);
    expect(JSON.parse(toRecord(now, raised))).toEqual(raised);
    expect(differences(raised, now)).toEqual([`${name}: its version is below ${version + 1}`]);
  });

  it('stay when there is an event more, which only has to be recorded', () => {
    const { [name]: lists, ...others } = now;
    const rows = { ...lists?.rows, 'safety-lift.lift-admired.v1': '000000000000' };
    const more = { ...others, [name]: { ...lists, rows } } as typeof now;
    expect(differences(now, more)).toEqual([
      `${name}: versions.json does not have it as it is now: ${again}`,
    ]);
    expect(JSON.parse(toRecord(now, more))).toEqual(more);
  });
});
