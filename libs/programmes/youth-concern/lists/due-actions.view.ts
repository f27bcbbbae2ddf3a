import { QueryHandler, Query, type IQueryHandler } from '@nestjs/cqrs';
import { Policies, type About, type Identity } from '@sikkerby/access';
import type { Plain } from '@sikkerby/http';
import { addDays, type Day } from '@sikkerby/kernel';
import { ReadModels, type Row, type StreamRows } from '@sikkerby/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { page, placeOf, change, type ViewSteps } from '@sikkerby/case-kit/edge';
import { aboutCases } from '../case/about-cases.js';
import { lists } from './lists.js';
import type { DueActionsQuery } from './lists.requests.js';
import type { CaseEvent } from '../youth-concern.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** That an action was open and due on a certain day, from one day until (not on) another. */
@Entity('due_period')
@Index(['dueOn'])
export class DuePeriod implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text', { name: 'action_id' }) readonly actionId!: string;
  @Column('text') readonly organisation!: string;
  @Column({ ...inCodeUnits, name: 'due_on' }) readonly dueOn!: Day;
  @Column({ ...inCodeUnits, name: 'held_from' }) readonly heldFrom!: Day;
  @Column({ ...inCodeUnits, name: 'held_until', nullable: true }) readonly heldUntil!: Day | null;
}

export const dueActionSteps: ViewSteps<CaseEvent> = {
  'youth-concern.action-added.v1': (rows, { occurredOn, data }) => {
    const { actionId, responsibleOrganisation: organisation, dueOn } = data;
    begin(rows, { actionId, organisation, dueOn, heldFrom: occurredOn });
  },
  'youth-concern.action-due-day-moved.v1': (rows, { occurredOn, data: { actionId, dueOn } }) => {
    const before = current(rows, actionId);
    if (!before) return;
    end(rows, actionId, occurredOn);
    begin(rows, { actionId, organisation: before.organisation, dueOn, heldFrom: occurredOn });
  },
  'youth-concern.action-completed.v1': (rows, { occurredOn, data }) => {
    end(rows, data.actionId, occurredOn);
  },
  'youth-concern.action-cancelled.v1': (rows, { occurredOn, data }) => {
    end(rows, data.actionId, occurredOn);
  },
};

function current(rows: StreamRows, actionId: string): DuePeriod | undefined {
  return rows.all(DuePeriod).find((row) => row.actionId === actionId && row.heldUntil === null);
}

function begin(
  rows: StreamRows,
  period: Pick<DuePeriod, 'actionId' | 'organisation' | 'dueOn' | 'heldFrom'>,
): void {
  const key = `${period.actionId}/${String(rows.all(DuePeriod).length)}`;
  rows.put(DuePeriod, { ...period, heldUntil: null, key });
}

function end(rows: StreamRows, actionId: string, on: Day): void {
  const key = current(rows, actionId)?.key;
  if (key !== undefined) change(rows, DuePeriod, () => ({ heldUntil: on }), key);
}

/** An action that has to be followed up. */
export class DueAction {
  readonly caseId!: string;
  readonly actionId!: string;
  /** @example ungdomsskolen */
  readonly organisation!: string;
  /** @example noerrebro */
  readonly district!: string;
  /** Account name, where somebody is assigned. */
  readonly caseworker!: string | null;
  /** @example 2017-03-01 */
  readonly dueOn!: string;
  readonly overdue!: boolean;
}

export class DueActionsPage {
  readonly items!: DueAction[];
  /** Cursor of the next page; missing on the last. */
  readonly next?: string;
}

/** Which actions are overdue or due soon, as of a day? */
export class DueActions extends Query<About<Plain<DueActionsPage>>> {
  constructor(
    readonly identity: Identity,
    readonly asOf: Day,
    readonly asked: Plain<DueActionsQuery>,
  ) {
    super();
  }
}

const dueActions = `
SELECT case_row.case_id AS "caseId", subject, action_id AS "actionId", organisation, district, caseworker,
  due_on AS "dueOn", due_on < $1 AS overdue
FROM due_period JOIN case_row USING (stream)
WHERE NOT gone AND (district = ANY ($3) OR caseworker = $4)
  AND due_on <= $2 AND held_from <= $1 AND coalesce(held_until > $1, true)
  AND EXISTS (
    SELECT FROM jsonb_to_recordset(episodes) AS episode ("from" text, "to" text)
    WHERE "from" <= $1 AND coalesce("to" > $1, true)
  )
  AND (due_on, action_id) > ($5, $6)
ORDER BY due_on, action_id LIMIT $7`;

@QueryHandler(DueActions)
export class DueActionsHandler implements IQueryHandler<DueActions> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly policies: Policies,
  ) {}

  async execute({ identity, asOf, asked }: DueActions): Promise<About<Plain<DueActionsPage>>> {
    const soon = addDays(asOf, asked.withinDays);
    const whose = [identity.districts, identity.user];
    const rows = await this.readModels.readView(lists, identity, (manager) =>
      manager.query<(DueAction & { subject: string })[]>(dueActions, [
        ...[asOf, soon, ...whose, ...placeOf(asked)],
        asked.limit + 1,
      ]),
    );
    const due = page(rows, asked, ({ dueOn, actionId }) => [dueOn, actionId]);
    const asking = { identity, policies: this.policies };
    return aboutCases(
      due,
      asking,
      (row) => row,
      (row) => row,
    );
  }
}
