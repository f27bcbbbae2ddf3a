import { expect, it } from '@jest/globals';
import { day, positionAfter, type AnyDecider } from '@sikkerby/kernel';
import { UnitOfPerson, unitsOfPersonsProjection } from '../../libs/people/units-of-persons.js';
import { foldInBatches } from '../statistics/support/rows-of-streams.js';

interface Enquiry {
  readonly calls: number;
  readonly about?: string;
}

/** An enquiry about somebody who is not known at first. */
const enquiry: AnyDecider = {
  programme: 'street-help',
  category: 'street_help_enquiry',
  initialState: { calls: 0 },
  evolve: {
    'street-help.called.v1': ({ calls, ...rest }: Enquiry) => ({ ...rest, calls: calls + 1 }),
    'street-help.recognised.v1': (
      state: Enquiry,
      { data }: { data: { readonly who: string } },
    ): Enquiry => ({ ...state, about: data.who }),
  },
  acts: {},
  subjectOf: ({ about }: Enquiry) => about,
};
/** It is about nobody, ever. */
const shift: AnyDecider = {
  ...{ programme: 'street-help', category: 'street_help_shift', acts: {} },
  ...{ initialState: {}, evolve: enquiry.evolve },
};

const title = { da: '', en: '' };
const projection = unitsOfPersonsProjection([
  { name: 'street-help', title, deciders: [enquiry, shift] },
]);

const happened: [stream: string, what: string, data: object][] = [
  ['street_help_enquiry-1', 'called', {}],
  ['street_help_enquiry-2', 'called', {}],
  ['street_help_shift-1', 'called', {}],
  ['street_help_enquiry-2', 'called', {}],
  ['street_help_enquiry-1', 'called', {}],
  ['street_help_enquiry-1', 'recognised', { who: 'a' }],
  ['street_help_enquiry-1', 'called', {}],
  ['street_help_person_pair-1', 'persons-linked', { subject: 'a', otherSubject: 'b' }],
  ['street_help_person_sharing-a', 'consent-withdrawn', {}],
];
const events = happened.map(([stream, what, data], at) => ({
  ...{ stream, data, type: `street-help.${what}.v1`, occurredOn: day('2018-01-01') },
  ...{ id: `event-${String(at)}`, revision: at, correlationId: 'test' },
  position: positionAfter(at),
  recordedAt: '2018-01-01T00:00:00.000Z',
  actor: { user: 'probe', role: 'test', organisation: 'test' },
}));

it.each([
  ['one batch', [events]],
  ['a batch for each event', events.map((event) => [event])],
])('a stream is about whom its decider says, from when they are known: in %s', (_name, batches) => {
  const programme = 'street-help';
  expect(foldInBatches(projection, batches).get(UnitOfPerson)).toEqual([
    { stream: 'street_help_enquiry-1', key: '', programme, subject: 'a', state: null },
    { stream: 'street_help_enquiry-2', key: '', programme, subject: null, state: { calls: 2 } },
    { stream: 'street_help_person_pair-1', key: 'a', programme, subject: 'a', state: null },
    { stream: 'street_help_person_pair-1', key: 'b', programme, subject: 'b', state: null },
  ]);
});
