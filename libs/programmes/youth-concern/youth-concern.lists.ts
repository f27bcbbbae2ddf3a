import { view } from '@sikkerby/case-kit/edge';
import { AwaitedMatch, awaitedMatchSteps } from './plan/awaited-match.js';
import { CaseListHandler } from './lists/case-list.view.js';
import { CaseRow, caseRowSteps } from './case/case-row.js';
import { DueActionsHandler, DuePeriod, dueActionSteps } from './lists/due-actions.view.js';
import { AgendaRow, agendaSteps, ForumAgendaHandler } from './lists/forum-agenda.view.js';
import { lists } from './lists/lists.js';
import {
  PendingTransfersHandler,
  TransferRow,
  transferSteps,
} from './lists/pending-transfers.view.js';
import type { CaseEvent } from './youth-concern.js';

/** The rows behind the case lists: each case once, and what belongs to it beside. */
export const youthConcernLists = view<CaseEvent>({
  name: lists,
  version: 3,
  programme: 'youth-concern',
  onPoison: 'quarantine',
  seenBy: {
    home: { table: CaseRow, district: 'district', assignedTo: 'caseworker' },
    also: [{ table: TransferRow, district: 'toDistrict' }],
  },
  tables: [CaseRow, DuePeriod, AgendaRow, TransferRow, AwaitedMatch],
  steps: [caseRowSteps, dueActionSteps, agendaSteps, transferSteps, awaitedMatchSteps],
});

export const listHandlers = [
  CaseListHandler,
  DueActionsHandler,
  ForumAgendaHandler,
  PendingTransfersHandler,
];
