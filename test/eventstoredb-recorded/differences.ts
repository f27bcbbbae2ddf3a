/** Calls of a scenario, by their number from 0, that the double answers otherwise than a server. */
interface Difference {
  readonly scenario: string;
  readonly calls: readonly number[];
  readonly why: string;
}

const ofNothing = 'an append of no events: our store refuses it before it asks';
const ofOneStream = 'a subscription to one stream: our adapter has none';
const checkpoints =
  'checkpoints while it catches up stand between events, and our adapter takes none of them';

/** What our adapter can never ask, or what depends on the moment; the double refuses what it can. */
export const differences: readonly Difference[] = [
  { scenario: 'append plain: no events', calls: [0, 1, 6, 7, 8, 9], why: ofNothing },
  {
    scenario: 'append plain: at once',
    calls: [2],
    why: 'of twenty at the same instant the server let one run out of time',
  },
  {
    scenario: 'read the log',
    calls: [11, 22],
    why: 'a read of no events, to which the server never answers',
  },
  { scenario: 'maximal age', calls: [2], why: ofOneStream },
  { scenario: 'tombstoned', calls: [11], why: 'the batch append, which our client never takes' },
  { scenario: 'tombstoned', calls: [16], why: ofOneStream },
  { scenario: 'checkpoints every 1 of 1', calls: [4, 5], why: checkpoints },
  { scenario: 'checkpoints every 1 of 10', calls: [4], why: checkpoints },
  { scenario: 'checkpoints every 1 of the usual window', calls: [4], why: checkpoints },
  { scenario: 'checkpoints every 3 of 1', calls: [4, 5], why: checkpoints },
  { scenario: 'checkpoints every 3 of 10', calls: [4], why: checkpoints },
  { scenario: 'checkpoints every 3 of the usual window', calls: [4], why: checkpoints },
];

/** Whole scenarios that are not driven, since the double does nothing of the kind. */
export const leftOut: readonly (readonly [names: RegExp, why: string])[] = [
  [/^append batch: /, 'the batch append, which our client never takes'],
  [/^round trip: bytes/, 'events that are not JSON: we write none'],
  [/^links$/, 'links: we write none and follow none'],
  [/^subscribe to a stream$/, ofOneStream],
  [/^subscribe slowly$/, 'it depends on how fast the reader is'],
];
