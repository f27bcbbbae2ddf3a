import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Policies, type About, type Identity } from '@sikkerby/access';
import type { Plain } from '@sikkerby/http';
import type { Day } from '@sikkerby/kernel';
import { ReadModels, type Row } from '@sikkerby/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { page, placeOf, type PageQuery, type ViewSteps } from '@sikkerby/case-kit/edge';
import { aboutCases } from '../case/about-cases.js';
import { lists } from './lists.js';
import type { CaseEvent } from '../youth-concern.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** A transfer that was asked for and not answered. */
@Entity('transfer_row')
@Index(['toDistrict'])
export class TransferRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text', { name: 'to_district' }) readonly toDistrict!: string;
  @Column('text', { name: 'to_team' }) readonly toTeam!: string;
  @Column({ ...inCodeUnits, name: 'requested_on' }) readonly requestedOn!: Day;
}

export const transferSteps: ViewSteps<CaseEvent> = {
  'youth-concern.transfer-requested.v1': (rows, { occurredOn, data: { toDistrict, toTeam } }) => {
    rows.put(TransferRow, { toDistrict, toTeam, requestedOn: occurredOn });
  },
  'youth-concern.transfer-accepted.v1': (rows) => {
    rows.remove(TransferRow);
  },
  'youth-concern.transfer-rejected.v1': (rows) => {
    rows.remove(TransferRow);
  },
  'youth-concern.transfer-withdrawn.v1': (rows) => {
    rows.remove(TransferRow);
  },
};

export class PendingTransfer {
  readonly caseId!: string;
  /** @example noerrebro */
  readonly fromDistrict!: string;
  /** @example valby */
  readonly toDistrict!: string;
  /** @example ssp-valby */
  readonly toTeam!: string;
  /** @example 3 */
  readonly level!: number;
  /** @example 2017-12-15 */
  readonly requestedOn!: string;
}

export class PendingTransfersPage {
  readonly items!: PendingTransfer[];
  /** Cursor of the next page; missing on the last. */
  readonly next?: string;
}

/** Which transfers wait for my districts to answer? */
export class PendingTransfers extends Query<About<Plain<PendingTransfersPage>>> {
  constructor(
    readonly identity: Identity,
    readonly asked: Plain<PageQuery>,
  ) {
    super();
  }
}

const pendingTransfers = `
SELECT case_id AS "caseId", subject, district AS "fromDistrict", to_district AS "toDistrict",
  to_team AS "toTeam", level, requested_on AS "requestedOn"
FROM transfer_row JOIN case_row USING (stream)
WHERE NOT gone AND to_district = ANY ($1)
  AND (requested_on, case_id COLLATE "C") > ($2, $3)
ORDER BY requested_on, case_id COLLATE "C" LIMIT $4`;

@QueryHandler(PendingTransfers)
export class PendingTransfersHandler implements IQueryHandler<PendingTransfers> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly policies: Policies,
  ) {}

  async execute({
    identity,
    asked,
  }: PendingTransfers): Promise<About<Plain<PendingTransfersPage>>> {
    const rows = await this.readModels.readView(lists, identity, (manager) =>
      manager.query<(PendingTransfer & { subject: string })[]>(pendingTransfers, [
        ...[identity.districts, ...placeOf(asked), asked.limit + 1],
      ]),
    );
    const waiting = page(rows, asked, ({ requestedOn, caseId }) => [requestedOn, caseId]);
    return aboutCases(
      waiting,
      { identity, policies: this.policies },
      ({ caseId, fromDistrict: district, toDistrict }) => ({
        ...{ caseId, district, toDistrict, caseworker: null },
      }),
      (row) => row,
    );
  }
}
