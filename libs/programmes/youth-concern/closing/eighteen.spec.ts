import { describe, expect, it } from '@jest/globals';
import { command, day } from '@sikkerby/kernel';
import { aCase, does, happensOnce, refuses } from '../case/case-testing.js';

const calendar = { user: 'reaction', role: 'reaction', organisation: 'sikkerby' };
const propose = command('propose-at-eighteen', {}, day('2017-03-10'), calendar);
const move = (age: number) => does('move-to-ssp-plus', { age });

describe('a young person who turns 18', () => {
  happensOnce([], propose, ['eighteen-proposed', {}]);
  happensOnce([propose], move(18), ['case-moved-to-ssp-plus', {}]);

  it('is not up for a decision that is made already', () => {
    expect(aCase(move(18)).when(propose).events).toEqual([]);
    expect(aCase(propose, move(18)).state).toMatchObject({ eighteenProposed: false });
  });

  refuses(
    ['a-proposal-at-eighteen-is-made-by-the-calendar', [], does('propose-at-eighteen', {})],
    ['somebody-under-18-is-on-the-ssp-track', [], move(17)],
    ['a-case-is-about-somebody-aged-25-at-most', [], move(26)],
  );
});
