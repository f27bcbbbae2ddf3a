import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { aCase, does, happensOnce, refuses } from '../case/case-testing.js';
import { youthConcern } from '../youth-concern.js';

const close = does('close', { reason: 'goals-met' });
const takeOut = does('void', { reason: 'wrong-person' }, '2017-03-20');
const reinstate = does('reinstate', {}, '2017-03-21');

describe('a case registered in error', () => {
  happensOnce([], takeOut, ['case-voided', {}]);
  happensOnce([close], takeOut, ['case-voided', {}]);
  happensOnce([takeOut], reinstate, ['case-reinstated', {}]);

  it('says why in the envelope', () => {
    expect(aCase().when(takeOut).events).toMatchObject([{ reason: 'wrong-person' }]);
  });

  it('still belongs to its district, and to the person it was about', () => {
    expect(youthConcern.homeOf(aCase(takeOut).state)).toEqual(youthConcern.homeOf(aCase().state));
    expect(youthConcern.subjectOf(aCase(takeOut).state)).toBeDefined();
  });

  it('is as it was once it is reinstated', () => {
    expect(aCase(close, takeOut, reinstate).state).toEqual(aCase(close).state);
  });

  const early = 'nothing-happens-to-a-case-before-it-began';
  const future = 'nothing-is-recorded-before-it-happens';
  refuses(
    ['a-void-case-is-reinstated-first', [takeOut], close],
    [early, [], does('void', { reason: 'test' }, '2017-02-28')],
    [future, [], { ...takeOut, today: day('2017-03-19') }],
    [future, [takeOut], { ...reinstate, today: day('2017-03-19') }],
  );
});
