import Sequencer from '@jest/test-sequencer';

/** What takes minutes, so that nobody waits for one of them at the end; the longest first. */
const long = [
  'golden-year/golden-year',
  'golden-year/golden-year-in-eventstoredb.long',
  'faults/api-killed',
  'disclosure/synthetic-years',
  'canaries/canaries',
  'golden-year/same-facts',
  'event-store/eventstoredb',
  'faults/projector-killed-at-each-step',
  'access/matrix',
  'erasure/figures-stay',
  'faults/projector-killed',
  'generated-requests/generated-requests',
  'event-store/eventstoredb-faults',
].map((name) => `/${name}.spec.ts`);

/** The order of the test files: those that take long before all others. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => long.findIndex((name) => path.endsWith(name)) + 1 || long.length + 1;
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
