import { fold, type Day } from '@sikkerby/kernel';
import { ReadModels, type Projection, type Row } from '@sikkerby/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { report } from './annual-report.js';
import type { ReportState } from './report-state.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** How far the report of a year is. */
@Entity('annual_report')
export class ReportRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('integer') readonly year!: number;
  @Column('integer') readonly version!: number;
  @Column('integer') readonly revision!: number;
  @Column('text') readonly status!: string;
  /** The last time. */
  @Column({ ...inCodeUnits, name: 'published_on', nullable: true })
  readonly publishedOn!: Day | null;
  @Column('json') readonly state!: ReportState;
}

/** Which reports are there, and how far are they? */
export const reports: Projection = {
  name: 'annual-report.reports',
  version: 1,
  reads: ['annual-report.'],
  onPoison: 'halt',
  seenBy: 'everybody',
  tables: [ReportRow],
  fold(event, rows) {
    const before = rows.get(ReportRow)?.state ?? report.initialState;
    const state = fold(report, before, [event]);
    if (state.status === 'not-opened') return;
    const { year, version, status, published } = state;
    const publishedOn = published.at(-1)?.publishedOn ?? null;
    rows.put(ReportRow, { year, version, status, publishedOn, revision: event.revision, state });
  },
};

/** Every report, the newest year first. */
export function reportsOf(
  readModels: ReadModels,
): Promise<Omit<ReportRow, 'stream' | 'key' | 'state'>[]> {
  return readModels.readView(reports.name, {}, (manager) =>
    manager.query(
      `SELECT year, version, revision, status, published_on AS "publishedOn" FROM annual_report
       ORDER BY year DESC`,
    ),
  );
}
