import { describe, expect, it } from '@jest/globals';
import { aCase, coordinator, does, happensOnce, refuses, saidBy } from '../case/case-testing.js';
import { youthConcern } from '../youth-concern.js';

const valby = { toDistrict: 'valby', toTeam: 'ssp-valby' };
const ask = does('request-transfer', valby);
const assign = does('assign', { caseworker: 'demo-caseworker', team: 'ssp-noerrebro' });
const accept = does('accept-transfer', { effectiveOn: '2017-03-15' }, '2017-03-12', coordinator);
const reject = does('reject-transfer', { reason: 'no-capacity' }, '2017-03-12', coordinator);
const withdraw = does('withdraw-transfer', {}, '2017-03-12');

describe('transferring a case to another district', () => {
  happensOnce([], ask, ['transfer-requested', valby]);

  it.each([
    [accept, ['transfer-accepted', { ...valby, effectiveOn: '2017-03-15' }]],
    [reject, ['transfer-rejected', { reason: 'no-capacity' }]],
    [withdraw, ['transfer-withdrawn', {}]],
  ])('happens: $type', (answer, said) => {
    expect(saidBy(aCase(ask).when(answer).events)).toEqual([said]);
  });

  it('lets the receiver in and changes nothing while it is pending', () => {
    const { state } = aCase(assign, ask);
    expect(youthConcern.homeOf(state)).toMatchObject({
      district: 'noerrebro',
      alsoDistricts: ['valby'],
      assignedTo: 'demo-caseworker',
    });
  });

  it('makes the receiver responsible once accepted, without a caseworker yet', () => {
    const { state } = aCase(assign, ask, accept);
    expect(youthConcern.homeOf(state)).toMatchObject({
      district: 'valby',
      alsoDistricts: [],
      assignedTo: undefined,
    });
  });

  it.each([[reject], [withdraw]])('leaves everything as it was: $type', (answer) => {
    expect(aCase(assign, ask, answer).state).toEqual(aCase(assign).state);
  });

  it('of several on one day the last counts', () => {
    const onwards = does('request-transfer', { toDistrict: 'vanloese', toTeam: 'v' }, '2017-03-15');
    const sameDay = does('accept-transfer', { effectiveOn: '2017-03-15' }, '2017-03-15');
    const { state } = aCase(ask, accept, onwards, sameDay);
    expect(youthConcern.homeOf(state)?.district).toBe('vanloese');
  });

  const elsewhere = does('request-transfer', { toDistrict: 'vanloese', toTeam: 'ssp-vanloese' });
  const asked = 'a-transfer-is-asked-for-before-it-is-answered';
  refuses(
    ['one-transfer-is-pending-at-a-time', [ask], elsewhere],
    [
      'a-transfer-goes-to-another-district',
      [],
      does('request-transfer', { toDistrict: 'noerrebro', toTeam: 'other' }),
    ],
    [asked, [], accept],
    [asked, [], reject],
    [asked, [], withdraw],
    [asked, [ask, accept], accept],
    [asked, [ask], does('reject-transfer', { reason: 'no-capacity' }, '2017-03-09')],
    [
      'a-transfer-takes-effect-after-it-is-asked-for',
      [ask],
      does('accept-transfer', { effectiveOn: '2017-03-09' }, '2017-03-12'),
    ],
    [
      'nothing-happens-to-a-case-before-it-began',
      [
        ask,
        does(
          'correct',
          { field: 'openedOn', value: '2017-03-11', reason: 'mistyped' },
          '2017-03-12',
        ),
      ],
      does('accept-transfer', { effectiveOn: '2017-03-10' }, '2017-03-12'),
    ],
    ['a-closed-case-is-reopened-first', [does('close', { reason: 'moved-away' })], ask],
  );
});
