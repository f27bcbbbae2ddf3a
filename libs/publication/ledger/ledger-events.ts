import type { DomainEvent } from '@sikkerby/kernel';
import type { Draft, Openings, PublicFigure } from '../releases/release.js';

export const whyNotReleased = [
  'figure-looks-wrong',
  'too-much-hidden',
  'statement-revised',
] as const;
export const whyWithdrawn = ['figure-was-wrong', 'published-by-mistake'] as const;

/** A revision that would have opened a cell, or told of a few persons: it waits for the next. */
export interface HeldRevision extends Openings {
  readonly year: number;
  readonly statement: number;
}

export interface Numbered {
  readonly number: number;
}
export interface Files extends Numbered {
  /** SHA-256, hex, of the files in the order of their names. */
  readonly filesSha256: string;
}
export interface Prepare extends Draft, Openings {
  readonly statementIs: 'frozen' | 'approved' | 'rejected';
}
/** What an annual report tells of persons. */
export interface ReportTotals {
  readonly figures: readonly PublicFigure[];
}
export interface Prepared extends Draft, Numbered {
  readonly preparedBy: string;
}
export interface Turned<Reason> extends Numbered {
  readonly reason: Reason;
}
type Of<Name extends string, Data extends object> = DomainEvent<`publication.${Name}.v1`, Data>;
/** What would be published: attacked, and found safe together with all that was published before. */
export type ReleasePrepared = Of<'release-prepared', Prepared>;
/** It is out: every attacker knows it from now on. */
export type ReleaseReleased = Of<'release-released', Files>;
/** It never leaves the house; its number is not given again. */
export type ReleaseRejected = Of<'release-rejected', Turned<(typeof whyNotReleased)[number]>>;
/** It is not published any more, and known all the same. */
export type ReleaseWithdrawn = Of<'release-withdrawn', Turned<(typeof whyWithdrawn)[number]>>;
/** A revision was not safe to publish: it is folded into the next one. */
export type RevisionHeld = Of<'revision-held', HeldRevision>;
/** A figure became public elsewhere. */
export type FigureRecorded = Of<'figure-recorded', PublicFigure>;
