import { Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Identity } from '@sikkerby/access';
import { ProgrammeController, QueryRoute, WhoAsks } from '@sikkerby/http';
import { dayInCopenhagen } from '@sikkerby/kernel';
import { PageQuery } from '@sikkerby/case-kit/edge';
import { CaseList, CaseListPage } from './case-list.view.js';
import { DueActions, DueActionsPage } from './due-actions.view.js';
import { ForumAgenda, ForumAgendaPage } from './forum-agenda.view.js';
import { CaseListQuery, DueActionsQuery, ForumAgendaQuery } from './lists.requests.js';
import { PendingTransfers, PendingTransfersPage } from './pending-transfers.view.js';

const roles = ['ssp-caseworker', 'ssp-coordinator'] as const;

/** Lists of what waits for somebody: only of their own districts, or assigned to them. */
@ProgrammeController('youth-concern')
export class YouthConcernListsController {
  constructor(private readonly queryBus: QueryBus) {}

  @QueryRoute('cases', {
    roles,
    looks: 'collect',
    summary: 'My open cases, those with the nearest due day first',
    answer: { type: CaseListPage },
  })
  cases(@WhoAsks() identity: Identity, @Query() asked: CaseListQuery) {
    return this.queryBus.execute(new CaseList(identity, asked));
  }

  @QueryRoute('due-actions', {
    roles,
    looks: 'collect',
    summary: 'Actions that are overdue or due soon, as of a day',
    answer: { type: DueActionsPage },
  })
  dueActions(@WhoAsks() identity: Identity, @Query() asked: DueActionsQuery) {
    const asOf = asked.asOf ?? dayInCopenhagen(new Date());
    return this.queryBus.execute(new DueActions(identity, asOf, asked));
  }

  @QueryRoute('agenda', {
    roles,
    looks: 'collect',
    summary: "A forum's agenda for a meeting",
    answer: { type: ForumAgendaPage },
  })
  agenda(@WhoAsks() identity: Identity, @Query() asked: ForumAgendaQuery) {
    return this.queryBus.execute(new ForumAgenda(identity, asked));
  }

  @QueryRoute('transfers', {
    roles,
    looks: 'collect',
    summary: 'Transfers that wait for my districts to answer',
    answer: { type: PendingTransfersPage },
  })
  transfers(@WhoAsks() identity: Identity, @Query() asked: PageQuery) {
    return this.queryBus.execute(new PendingTransfers(identity, asked));
  }
}
