import { describe } from '@jest/globals';
import { does, happensOnce, opens, refuses, text } from '../case/case-testing.js';

const itemId = 'bbbbbbbb-1111-4111-8111-111111111111';
const item = { itemId, forum: 'local-committee', meetingOn: '2017-03-20' };
const put = does('put-on-agenda', item);
const takeOff = does('take-off-agenda', { itemId });
const said = { itemId, decision: 'continue', text };
const decided = does('record-forum-decision', said, '2017-03-20');
const close = does('close', { reason: 'goals-met' }, '2017-03-20');

describe('the forums', () => {
  happensOnce([], put, ['agenda-item-added', item]);
  happensOnce([], does('put-on-agenda', { ...item, meetingOn: '2017-03-10' }), [
    'agenda-item-added',
    { ...item, meetingOn: '2017-03-10' },
  ]);
  happensOnce([put], takeOff, ['agenda-item-removed', { itemId }]);
  happensOnce([put], decided, ['forum-decision-recorded', said]);
  happensOnce([put, close], decided, ['forum-decision-recorded', said]);
  happensOnce(
    [opens({ level: 3 })],
    does('put-on-agenda', { ...item, forum: 'coordination-group' }),
    ['agenda-item-added', { ...item, forum: 'coordination-group' }],
  );

  refuses(
    [
      'levels-1-and-2-go-to-the-local-committee',
      [],
      does('put-on-agenda', { ...item, forum: 'coordination-group' }),
    ],
    ['levels-3-and-4-go-to-the-coordination-group', [opens({ level: 4 })], put],
    [
      'a-case-is-put-on-the-agenda-before-the-meeting',
      [],
      does('put-on-agenda', { ...item, meetingOn: '2017-03-09' }),
    ],
    [
      'an-agenda-item-is-added-once',
      [put],
      does('put-on-agenda', { ...item, meetingOn: '2017-03-21' }),
    ],
    ['the-item-is-on-an-agenda', [], takeOff],
    ['the-item-is-on-an-agenda', [], decided],
    ['an-agenda-item-is-decided-once', [put, takeOff], decided],
    ['an-agenda-item-is-decided-once', [put, decided], does('take-off-agenda', { itemId })],
    [
      'an-agenda-item-is-decided-once',
      [put, decided],
      does('record-forum-decision', { ...said, decision: 'close' }, '2017-03-20'),
    ],
    [
      'a-forum-decides-at-its-meeting-and-not-before',
      [put],
      does('record-forum-decision', said, '2017-03-19'),
    ],
    ['a-closed-case-is-reopened-first', [close], put],
  );
});
