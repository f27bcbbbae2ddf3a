import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Identity } from '@sikkerby/access';
import type { Plain } from '@sikkerby/http';
import { addDays, dayInCopenhagen } from '@sikkerby/kernel';
import { ReadModels, type Projection, type Row } from '@sikkerby/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GlassBroken, GlassReviewed } from './employee.js';
import type { GlassToReviewList } from './oversight.answers.js';
import { reviewers } from './reviewers.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;
const name = 'oversight.break-glass';
const daysForReview = 7;

/** A glass that was broken and not reviewed yet. */
@Entity('broken_glass')
export class BrokenGlassRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text') readonly user!: string;
  @Column('text', { name: 'case_id' }) readonly caseId!: string;
  @Column('text', { name: 'broken_at' }) readonly brokenAt!: string;
  @Column('text') readonly until!: string;
}

export const brokenGlass: Projection = {
  name,
  version: 2,
  reads: ['oversight.'],
  onPoison: 'quarantine',
  seenBy: { roles: reviewers },
  tables: [BrokenGlassRow],
  fold(event, rows) {
    if (event.type === 'oversight.glass-broken.v1') {
      const { glassId: key, user, unit: caseId, until } = event.data as GlassBroken['data'];
      rows.put(BrokenGlassRow, { key, user, caseId, until, brokenAt: event.recordedAt });
    }
    if (event.type === 'oversight.glass-reviewed.v1') {
      rows.remove(BrokenGlassRow, (event.data as GlassReviewed['data']).glassId);
    }
  },
};

/** Which broken glass waits for another to look at it? */
export class WhatWaitsForReview extends Query<Plain<GlassToReviewList>> {
  /** @param identity who asks: their own is not for them */
  constructor(readonly identity: Identity) {
    super();
  }
}

@QueryHandler(WhatWaitsForReview)
export class WhatWaitsForReviewHandler implements IQueryHandler<WhatWaitsForReview> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ identity }: WhatWaitsForReview): Promise<Plain<GlassToReviewList>> {
    const rows = await this.readModels.readView(name, identity, (manager) =>
      manager.find(BrokenGlassRow, { order: { brokenAt: 'ASC', key: 'ASC' }, take: 100 }),
    );
    const today = dayInCopenhagen(new Date());
    const others = rows.filter((row) => row.user !== identity.user);
    return {
      items: others.map(({ key: glassId, user: by, caseId, brokenAt, until }) => {
        const reviewDueOn = addDays(dayInCopenhagen(new Date(brokenAt)), daysForReview);
        const overdue = reviewDueOn < today;
        return { glassId, user: by, caseId, brokenAt, until, reviewDueOn, overdue };
      }),
    };
  }
}
