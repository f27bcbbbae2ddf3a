import type { Row } from '@sikkerby/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { unitOf, type ViewSteps } from '@sikkerby/case-kit/edge';
import type { CaseEvent } from '../youth-concern.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** An action of a plan that is done when a young person has a leisure job; its key is the action. */
@Entity('awaited_match')
@Index(['match'])
export class AwaitedMatch implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text', { name: 'case_id' }) readonly caseId!: string;
  /** Id of the search for a job, in `leisure-job`. */
  @Column('text') readonly match!: string;
}

export const awaitedMatchSteps: ViewSteps<CaseEvent> = {
  'youth-concern.action-added.v1': (rows, event) => {
    const { actionId: key, awaitsMatch: match } = event.data;
    if (match !== undefined) rows.put(AwaitedMatch, { key, caseId: unitOf(event), match });
  },
  'youth-concern.action-completed.v1': (rows, { data }) => {
    rows.remove(AwaitedMatch, data.actionId);
  },
  'youth-concern.action-cancelled.v1': (rows, { data }) => {
    rows.remove(AwaitedMatch, data.actionId);
  },
};
