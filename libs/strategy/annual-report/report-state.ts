import type { Day, Position, VaultText } from '@sikkerby/kernel';
import type { Status } from '../goals/assess.js';
import type { GoalCode } from '../goals/definitions.js';
import type { KnownFigure, Sentence } from '../goals/evidence.js';
import type { Principle } from '../principles.js';

/** Whose professional assessment a report carries: both, always. */
export const assessors = ['police', 'ssp'] as const;
export type Assessor = (typeof assessors)[number];
export const returnReasons = ['figures-changed', 'text-changed', 'steering-group-asked'] as const;
export type ReturnReason = (typeof returnReasons)[number];
export const revisionReasons = ['figures-revised', 'goal-revised', 'error-in-text'] as const;
export type ReportRevisionReason = (typeof revisionReasons)[number];

/** A text in the vault, in Danish and perhaps in English. */
export interface ReportText {
  readonly da: VaultText;
  readonly en?: VaultText;
}

/** A statement of a year, by its number, and of its canonical bytes the SHA-256. */
export interface NamedStatement {
  readonly statement: number;
  readonly sha256: string;
}

/** The statement of the report's year that the figures are taken from. */
export interface FiguresFrom extends NamedStatement {
  /** What they are compared with: the last that was approved of the year before, where there is one. */
  readonly before?: NamedStatement | undefined;
}

export interface FrozenFigures extends FiguresFrom {
  /** Account name. */
  readonly frozenBy: string;
}

/** A goal as it stood when it was assessed for the report. */
export interface PinnedGoal {
  readonly goal: GoalCode;
  /** Of its definition. */
  readonly version: number;
  readonly status: Status;
  readonly trace: readonly Sentence[];
  readonly figures: readonly KnownFigure[];
}

export interface PinnedGoals {
  /** As known at this position of the log. */
  readonly asOf: Position;
  readonly goals: readonly PinnedGoal[];
  /** Figures beside the goals. */
  readonly context: readonly KnownFigure[];
}

/** What one version of a report is made of. */
export interface Contents {
  readonly version: number;
  readonly figures?: FrozenFigures;
  readonly goals?: PinnedGoals;
  readonly assessments: Readonly<Partial<Record<Assessor, ReportText>>>;
  readonly principles: Readonly<Partial<Record<Principle, ReportText>>>;
}

/** A version as it was published. */
export interface PublishedVersion extends Contents {
  readonly publishedOn: Day;
}

/** The report on one year, in the version that is worked on or was published last. */
export interface Report extends Contents {
  readonly status:
    'preparing' | 'in-steering-group' | 'through-steering-group' | 'approved' | 'published';
  readonly year: number;
  readonly openedOn: Day;
  readonly approvedBy?: string | undefined;
  /** Every version that was published, the oldest first. */
  readonly published: readonly PublishedVersion[];
}

export type ReportState = { readonly status: 'not-opened' } | Report;
