import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { aCase, does, happensOnce, opening, refuses } from '../case/case-testing.js';

const survivor = '11111111-1111-4111-8111-111111111111';
const survivorIs = { status: 'open', subject: opening.subject, itself: false };

function merge(differently: Partial<Record<keyof typeof survivorIs, unknown>> = {}) {
  return does('merge-into', { survivor, survivorIs: { ...survivorIs, ...differently } });
}

const unmerge = does('unmerge');
const close = does('close', { reason: 'goals-met' });

describe('a case that is a duplicate of another', () => {
  happensOnce([], merge(), ['case-merged', { survivor }]);
  happensOnce([close], merge({ status: 'closed' }), ['case-merged', { survivor }]);
  happensOnce([merge()], unmerge, ['case-unmerged', {}]);

  it('is as it was once it is unmerged', () => {
    expect(aCase(close, merge(), unmerge).state).toEqual(aCase(close).state);
  });

  const other = '22222222-2222-4222-8222-222222222222';
  const standing = 'the-survivor-of-a-merge-is-neither-void-nor-merged';
  const future = 'nothing-is-recorded-before-it-happens';
  refuses(
    ['a-case-is-not-merged-into-itself', [], merge({ itself: true })],
    [standing, [], merge({ status: 'void' })],
    [standing, [], merge({ status: 'merged' })],
    ['duplicates-are-about-the-same-person', [], merge({ subject: 'somebody else' })],
    [
      'a-merged-case-is-unmerged-first',
      [merge()],
      does('merge-into', { survivor: other, survivorIs }),
    ],
    ['a-merged-case-is-worked-on-in-its-survivor', [merge()], close],
    ['a-void-case-is-reinstated-first', [does('void', { reason: 'test' })], merge()],
    ['a-merged-case-is-worked-on-in-its-survivor', [merge()], does('void', { reason: 'test' })],
    [future, [], { ...merge(), today: day('2017-03-09') }],
    [future, [merge()], { ...unmerge, today: day('2017-03-09') }],
    [
      'nothing-happens-to-a-case-before-it-began',
      [],
      { ...merge(), occurredOn: day('2017-02-28') },
    ],
  );
});
