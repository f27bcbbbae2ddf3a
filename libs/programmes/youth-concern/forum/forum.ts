import { refuseUnless, type Day, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { Forum, ForumDecision } from '../concern-codes.js';
import { acting, happened, type Asked } from '@sikkerby/case-kit';
import { asItIs, openCase, theCase, type AgendaItem, type LiveCase } from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

export type PutOnAgenda = DomainEvent<'youth-concern.agenda-item-added.v1', AgendaEntry>;
export type TakenOffAgenda = DomainEvent<'youth-concern.agenda-item-removed.v1', AgendaItemRef>;
export type ForumDecisionRecorded = DomainEvent<
  'youth-concern.forum-decision-recorded.v1',
  RecordForumDecision
>;
export type ForumEvent = PutOnAgenda | TakenOffAgenda | ForumDecisionRecorded;

interface AgendaItemRef {
  readonly itemId: string;
}
interface AgendaEntry extends AgendaItemRef {
  readonly forum: Forum;
  readonly meetingOn: Day;
}
interface RecordForumDecision extends AgendaItemRef {
  readonly decision: ForumDecision;
  readonly text: VaultText;
}

export const forumActs = {
  'put-on-agenda': acting(theCase, openCase, (state, command: Asked<AgendaEntry>) => {
    const { itemId, forum, meetingOn } = command.data;
    const there = state.agenda[itemId];
    if (there?.forum === forum && there.meetingOn === meetingOn) return [];
    refuseUnless(!there, 'an-agenda-item-is-added-once');
    refuseUnless(
      forum === forumFor(state),
      state.level.value <= 2
        ? 'levels-1-and-2-go-to-the-local-committee'
        : 'levels-3-and-4-go-to-the-coordination-group',
    );
    refuseUnless(meetingOn >= command.occurredOn, 'a-case-is-put-on-the-agenda-before-the-meeting');
    return [happened('youth-concern.agenda-item-added.v1', command, { itemId, forum, meetingOn })];
  }),

  'take-off-agenda': acting(theCase, asItIs, (state, command: Asked<AgendaItemRef>) => {
    const { itemId } = command.data;
    const { endedAs } = knownItem(state, itemId);
    if (endedAs === 'taken-off') return [];
    refuseUnless(endedAs === undefined, 'an-agenda-item-is-decided-once');
    return [happened('youth-concern.agenda-item-removed.v1', command, { itemId })];
  }),

  'record-forum-decision': acting(theCase, asItIs, (state, command: Asked<RecordForumDecision>) => {
    const { itemId, decision, text } = command.data;
    const item = knownItem(state, itemId);
    if (item.endedAs === decision) return [];
    refuseUnless(item.endedAs === undefined, 'an-agenda-item-is-decided-once');
    refuseUnless(
      command.occurredOn >= item.meetingOn,
      'a-forum-decides-at-its-meeting-and-not-before',
    );
    const recorded = { itemId, decision, text };
    return [happened('youth-concern.forum-decision-recorded.v1', command, recorded)];
  }),
};

export const forumSteps = caseSteps<ForumEvent>({
  'youth-concern.agenda-item-added.v1': (state, { data: { itemId, forum, meetingOn } }) =>
    withItem(state, itemId, { forum, meetingOn, endedAs: undefined }),
  'youth-concern.agenda-item-removed.v1': (state, { data: { itemId } }) =>
    withItem(state, itemId, { ...knownItem(state, itemId), endedAs: 'taken-off' }),
  'youth-concern.forum-decision-recorded.v1': (state, { data: { itemId, decision } }) =>
    withItem(state, itemId, { ...knownItem(state, itemId), endedAs: decision }),
});

function forumFor({ level }: LiveCase): Forum {
  return level.value <= 2 ? 'local-committee' : 'coordination-group';
}

function knownItem({ agenda }: LiveCase, id: string): AgendaItem {
  const item = agenda[id];
  refuseUnless(item !== undefined, 'the-item-is-on-an-agenda');
  return item;
}

function withItem(state: LiveCase, id: string, item: AgendaItem): LiveCase {
  return { ...state, agenda: { ...state.agenda, [id]: item } };
}
