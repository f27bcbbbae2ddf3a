import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Policies, type About, type Identity } from '@sikkerby/access';
import type { Plain } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { ReadModels, type Row } from '@sikkerby/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { page, placeOf, change, type ViewSteps } from '@sikkerby/case-kit/edge';
import { aboutCases } from '../case/about-cases.js';
import { lists } from './lists.js';
import type { ForumAgendaQuery } from './lists.requests.js';
import type { CaseEvent } from '../youth-concern.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** A case on the agenda of a forum's meeting. */
@Entity('agenda_row')
@Index(['forum', 'meetingOn'])
export class AgendaRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text') readonly forum!: string;
  @Column('text', { name: 'meeting_on' }) readonly meetingOn!: Day;
  @Column('text', { nullable: true }) readonly decision!: string | null;
}

export const agendaSteps: ViewSteps<CaseEvent> = {
  'youth-concern.agenda-item-added.v1': (rows, { data: { itemId, forum, meetingOn } }) => {
    rows.put(AgendaRow, { key: itemId, forum, meetingOn, decision: null });
  },
  'youth-concern.agenda-item-removed.v1': (rows, { data }) => {
    rows.remove(AgendaRow, data.itemId);
  },
  'youth-concern.forum-decision-recorded.v1': (rows, { data: { itemId, decision } }) => {
    change(rows, AgendaRow, () => ({ decision }), itemId);
  },
};

export class AgendaItem {
  readonly itemId!: string;
  readonly caseId!: string;
  /** @example noerrebro */
  readonly district!: string;
  /** @example 3 */
  readonly level!: number;
  /** Account name, where somebody is assigned. */
  readonly caseworker!: string | null;
  /** What the forum decided; null until then. */
  readonly decision!: string | null;
}

export class ForumAgendaPage {
  readonly items!: AgendaItem[];
  /** Cursor of the next page; missing on the last. */
  readonly next?: string;
}

/** Which cases are on a forum's agenda for a meeting? */
export class ForumAgenda extends Query<About<Plain<ForumAgendaPage>>> {
  constructor(
    readonly identity: Identity,
    readonly asked: Plain<ForumAgendaQuery>,
  ) {
    super();
  }
}

const agenda = `
SELECT agenda_row.key AS "itemId", case_id AS "caseId", subject, district, level, caseworker, decision
FROM agenda_row JOIN case_row USING (stream)
WHERE NOT gone AND forum = $1 AND meeting_on = $2 AND (district = ANY ($3) OR caseworker = $4)
  AND (district COLLATE "C", agenda_row.key) > ($5, $6)
ORDER BY district COLLATE "C", agenda_row.key LIMIT $7`;

@QueryHandler(ForumAgenda)
export class ForumAgendaHandler implements IQueryHandler<ForumAgenda> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly policies: Policies,
  ) {}

  async execute({ identity, asked }: ForumAgenda): Promise<About<Plain<ForumAgendaPage>>> {
    const rows = await this.readModels.readView(lists, identity, (manager) =>
      manager.query<(AgendaItem & { subject: string })[]>(agenda, [
        ...[asked.forum, asked.meetingOn, identity.districts, identity.user],
        ...[...placeOf(asked), asked.limit + 1],
      ]),
    );
    const items = page(rows, asked, ({ district, itemId }) => [district, itemId]);
    const asking = { identity, policies: this.policies };
    return aboutCases(
      items,
      asking,
      (row) => row,
      (row) => row,
    );
  }
}
