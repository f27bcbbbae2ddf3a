import { expect, it } from '@jest/globals';
import { positionAfter, recorded, type RecordedEvent } from '@sikkerby/kernel';
import { unitsAbout } from './streams-about.js';

const told = (subject: string, report: string) => recorded({ data: { subject, report } });
const batch = (...events: RecordedEvent[]) =>
  Promise.resolve({ events, through: positionAfter(9) });

/** A log of reports that turned out to be about somebody. */
const store = {
  async *readAll() {
    yield await batch(told('anna', 'r1'), told('berit', 'r2'));
    const toNobody = recorded({ data: { report: 'r4' } });
    yield await batch(told('anna', 'r3'), told('anna', 'gone'), toNobody);
  },
  readStream: (stream: string) => Promise.resolve(stream === 'report-gone' ? [] : [recorded({})]),
};

const programmes = [
  {
    name: 'made-up',
    alsoAbout: {
      eventType: 'made-up.report-linked.',
      streams: ({ data }: RecordedEvent) =>
        'report' in data ? [`report-${String(data.report)}`] : [],
    },
  },
  { name: 'other' },
];

it('units that are about somebody are theirs, and nobody else’s', async () => {
  const of = (subject: string, programme = 'made-up') =>
    unitsAbout({ programme, subject }, programmes, store);
  expect(await of('anna')).toEqual(['r1', 'r3']);
  expect(await of('berit')).toEqual(['r2']);
  expect(await of('nobody')).toEqual([]);
  expect(await of('anna', 'other')).toEqual([]);
});
