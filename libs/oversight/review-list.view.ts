import type { Projection, Row } from '@sikkerby/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GlassBroken, GlassReviewed } from './employee.js';
import { reviewers } from './reviewers.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

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

/** That a look was reviewed; the stream says which. */
@Entity('reviewed_look')
export class ReviewedLookRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
}

/** What waits for review of broken glass, and what does no longer of the read log. */
export const reviewList: Projection = {
  name: 'oversight.review-list',
  version: 1,
  reads: ['oversight.'],
  onPoison: 'quarantine',
  seenBy: { roles: reviewers },
  tables: [BrokenGlassRow, ReviewedLookRow],
  fold(event, rows) {
    if (event.type === 'oversight.glass-broken.v1') {
      const { glassId: key, user, unit: caseId, until } = event.data as GlassBroken['data'];
      rows.put(BrokenGlassRow, { key, user, caseId, until, brokenAt: event.recordedAt });
    }
    if (event.type === 'oversight.glass-reviewed.v1') {
      rows.remove(BrokenGlassRow, (event.data as GlassReviewed['data']).glassId);
    }
    if (event.type === 'oversight.look-reviewed.v1') rows.put(ReviewedLookRow, {});
  },
};
