import type { Day } from '@sikkerby/kernel';
import type { Row } from '@sikkerby/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { change, unitOf, type ViewSteps } from '@sikkerby/case-kit/edge';
import { settle, sinceOpening, type Since } from './case-state.js';
import type { Track } from '../concern-codes.js';
import { ended, lastOf, withDay, type Episodes } from '@sikkerby/case-kit';
import type { CaseEvent } from '../youth-concern.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** A case as the lists show it: whose it is, how it stands, and when it was worked on. */
@Entity('case_row')
@Index(['district'])
@Index(['caseworker'])
export class CaseRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text', { name: 'case_id' }) readonly caseId!: string;
  @Column('text') readonly subject!: string;
  @Column('text') readonly district!: string;
  @Column('text', { name: 'district_since' }) readonly districtSince!: Day;
  @Column('smallint') readonly level!: number;
  @Column('text', { name: 'level_since' }) readonly levelSince!: Day;
  @Column('text') readonly team!: string;
  @Column('text', { nullable: true }) readonly caseworker!: string | null;
  @Column('jsonb') readonly episodes!: Episodes;
  @Column('boolean', { name: 'is_open' }) readonly isOpen!: boolean;
  @Column('text') readonly track!: Track;
  /** They are 18: the case is to be closed, or moved to `ssp-plus`. */
  @Column('boolean', { name: 'eighteen_proposed' }) readonly eighteenProposed!: boolean;
  /** Void, or merged into another: in no list until that is undone. */
  @Column('boolean') readonly gone!: boolean;
}

const plus: Pick<CaseRow, 'track'> = { track: 'ssp-plus' };

export const caseRowSteps: ViewSteps<CaseEvent> = {
  'youth-concern.case-opened.v1': (rows, event) => {
    const { occurredOn, data } = event;
    rows.put(CaseRow, {
      caseId: unitOf(event),
      subject: data.subject,
      ...districtFrom({ value: data.district, since: occurredOn }),
      ...levelFrom({ value: data.level, since: occurredOn }),
      team: data.ownerTeam,
      ...{ track: data.track, eighteenProposed: false },
      caseworker: null,
      ...worked([{ from: occurredOn, to: undefined }]),
      gone: false,
    });
  },
  'youth-concern.case-assigned.v1': (rows, { data: { caseworker, team } }) => {
    change(rows, CaseRow, () => ({ caseworker, team }));
  },
  'youth-concern.level-changed.v1': (rows, { occurredOn, data }) => {
    change(rows, CaseRow, (row) => levelFrom(settle(levelOf(row), data.level, occurredOn)));
  },
  'youth-concern.transfer-accepted.v1': (rows, { data }) => {
    change(rows, CaseRow, (row) => ({
      ...districtFrom(settle(districtOf(row), data.toDistrict, data.effectiveOn)),
      team: data.toTeam,
      caseworker: null,
    }));
  },
  'youth-concern.case-closed.v1': (rows, { occurredOn }) => {
    change(rows, CaseRow, ({ episodes }) => ({
      ...worked(ended(episodes, occurredOn)),
      eighteenProposed: false,
    }));
  },
  'youth-concern.eighteen-proposed.v1': (rows) => {
    change(rows, CaseRow, () => ({ eighteenProposed: true }));
  },
  'youth-concern.case-moved-to-ssp-plus.v1': (rows) => {
    change(rows, CaseRow, () => ({ ...plus, eighteenProposed: false }));
  },
  'youth-concern.case-reopened.v1': (rows, { occurredOn }) => {
    change(rows, CaseRow, ({ episodes }) =>
      worked([...episodes, { from: occurredOn, to: undefined }]),
    );
  },
  'youth-concern.reopening-voided.v1': (rows) => {
    change(rows, CaseRow, ({ episodes: [opening, ...reopenings] }) =>
      worked([opening, ...reopenings.slice(0, -1)]),
    );
  },
  'youth-concern.case-corrected.v1': (rows, { data }) => {
    change(rows, CaseRow, (row) => {
      switch (data.field) {
        case 'district':
          return districtFrom(settle(districtOf(row), data.value, data.from));
        case 'level':
          return levelFrom(settle(levelOf(row), data.value, data.from));
        case 'openedOn': {
          const wrong = row.episodes[0].from;
          return {
            ...districtFrom(sinceOpening(districtOf(row), wrong, data.value)),
            ...levelFrom(sinceOpening(levelOf(row), wrong, data.value)),
            ...worked(withDay(row.episodes, data.field, data.value)),
          };
        }
        case 'track':
          return { track: data.value };
        case 'reopenedOn':
        case 'closedOn':
          return worked(withDay(row.episodes, data.field, data.value));
        default:
          return {};
      }
    });
  },
  'youth-concern.case-voided.v1': (rows) => {
    change(rows, CaseRow, () => ({ gone: true }));
  },
  'youth-concern.case-reinstated.v1': (rows) => {
    change(rows, CaseRow, () => ({ gone: false }));
  },
  'youth-concern.case-merged.v1': (rows) => {
    change(rows, CaseRow, () => ({ gone: true }));
  },
  'youth-concern.case-unmerged.v1': (rows) => {
    change(rows, CaseRow, () => ({ gone: false }));
  },
};

function districtOf({ district, districtSince }: CaseRow): Since<string> {
  return { value: district, since: districtSince };
}

function districtFrom({ value, since }: Since<string>) {
  return { district: value, districtSince: since };
}

function levelOf({ level, levelSince }: CaseRow): Since<number> {
  return { value: level, since: levelSince };
}

function levelFrom({ value, since }: Since<number>) {
  return { level: value, levelSince: since };
}

function worked(episodes: Episodes) {
  return { episodes, isOpen: lastOf(episodes).to === undefined };
}
