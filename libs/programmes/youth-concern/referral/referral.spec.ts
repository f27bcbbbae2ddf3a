import { describe, expect, it } from '@jest/globals';
import { aCase, does, happensOnce, refuses, text } from '../case/case-testing.js';
import { youthConcern } from '../youth-concern.js';

const referralId = 'cccccccc-1111-4111-8111-111111111111';
const referral = {
  referralId,
  toOrganisation: 'ungdomspsykiatrien',
  purpose: 'treatment',
  until: '2017-06-01',
  necessity: text,
};
const legalBasis = 'consent';
const refer = does('refer', { ...referral, legalBasis });
const end = does('end-referral', { referralId });

describe('referring a case', () => {
  happensOnce([], refer, ['case-referred', referral]);
  happensOnce([refer], end, ['referral-ended', { referralId }]);

  it('has its legal basis in the envelope', () => {
    expect(aCase().when(refer).events).toMatchObject([{ legalBasis }]);
  });

  it('gives the organisation access until its last day or its end', () => {
    expect(youthConcern.homeOf(aCase(refer).state)?.referredTo).toEqual([
      { organisation: 'ungdomspsykiatrien', until: '2017-06-01' },
    ]);
    expect(youthConcern.homeOf(aCase(refer, end).state)?.referredTo).toEqual([]);
  });

  it('ends with the case', () => {
    const close = does('close', { reason: 'goals-met' });
    expect(youthConcern.homeOf(aCase(refer, close).state)?.referredTo).toEqual([]);
  });

  it.each(['2017-03-10', '2017-09-06'])('may last from a day to 180 days: until %s', (until) => {
    const referred = does('refer', { ...referral, legalBasis, until });
    expect(aCase().when(referred).events).toHaveLength(1);
  });

  refuses(
    [
      'information-is-never-shared-for-an-investigation',
      [],
      does('refer', { ...referral, legalBasis, purpose: 'investigation' }),
    ],
    [
      'a-referral-lasts-180-days-at-most',
      [],
      does('refer', { ...referral, legalBasis, until: '2017-09-07' }),
    ],
    [
      'a-referral-does-not-end-before-it-begins',
      [],
      does('refer', { ...referral, legalBasis, until: '2017-03-09' }),
    ],
    [
      'a-referral-is-made-once',
      [refer],
      does('refer', { ...referral, legalBasis, until: '2017-06-02' }),
    ],
    ['the-referral-was-made', [], end],
    ['a-closed-case-is-reopened-first', [does('close', { reason: 'goals-met' })], refer],
  );
});
