import Sequencer from '@jest/test-sequencer';

const order = (process.env.SPECS ?? '').split(' ');

/** Test files in the order in which they were asked for. */
export default class GivenOrder extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => order.findIndex((spec) => path.endsWith(`/${spec}`));
    return [...tests].sort((a, b) => rank(a) - rank(b));
  }
}
