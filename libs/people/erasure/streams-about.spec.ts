import { expect, it } from '@jest/globals';
import type { EventStore } from '@sikkerby/event-store';
import type { RecordedEvent } from '@sikkerby/kernel';
import type { Programme } from '@sikkerby/case-kit/edge';
import { unitsAbout } from './streams-about.js';

const told = (subject: string, report: string) => ({ data: { subject, report } }) as never;

/** A log of reports that turned out to be about somebody. */
const store = {
  *readAll() {
    yield { events: [told('anna', 'r1'), told('berit', 'r2')] };
    yield { events: [told('anna', 'r3'), told('anna', 'gone'), { data: { report: 'r4' } }] };
  },
  readStream: (stream: string) => Promise.resolve(stream === 'report-gone' ? [] : [{}]),
} as unknown as EventStore;

const programmes = [
  {
    name: 'made-up',
    alsoAbout: {
      eventType: 'made-up.report-linked.',
      streams: ({ data }: RecordedEvent) => [`report-${(data as { report: string }).report}`],
    },
  },
  { name: 'other' },
] as unknown as readonly Programme[];

it('units that are about somebody are theirs, and nobody else’s', async () => {
  const of = (subject: string, programme = 'made-up') =>
    unitsAbout({ programme, subject }, programmes, store);
  expect(await of('anna')).toEqual(['r1', 'r3']);
  expect(await of('berit')).toEqual(['r2']);
  expect(await of('nobody')).toEqual([]);
  expect(await of('anna', 'other')).toEqual([]);
});
