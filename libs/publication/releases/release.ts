import type { Day } from '@sikkerby/kernel';
import type { PublishedTable } from '../formats/published-release.js';

/** A table as the ledger keeps it: its cells in the order of its dimensions; null where hidden. */
export interface LedgerTable extends Omit<PublishedTable, 'cells'> {
  readonly values: readonly (number | null)[];
}

/** What was attacked before a release, and with what; it names no hidden value. */
export interface Certificate {
  /** Name and version of the solver. */
  readonly solver: string;
  readonly threshold: number;
  /** SHA-256, hex, of everything that the attacker was told: what is shown, and what is known. */
  readonly modelSha256: string;
  readonly cells: number;
  readonly hidden: number;
  /** Sensitive cells of this release and of all before it of the year. */
  readonly attacked: number;
}

/** What a release says, and where it comes from. */
export interface Draft {
  readonly year: number;
  /** Of the year's statements. */
  readonly statement: number;
  readonly tables: readonly LedgerTable[];
  readonly certificate: Certificate;
  /** Numbers of the figures published elsewhere that are not true of the statement. */
  readonly untrue: readonly number[];
}

/** Why a draft may not leave the house: cells by measure and key, no value. */
export interface Openings {
  /** Cells that the attacker pins or narrows below their protection. */
  readonly opened: readonly string[];
  /** Published cells that would change by less than the threshold. */
  readonly smallChanges: readonly string[];
}

export interface Release extends Draft {
  readonly number: number;
  /** What is out is out: a withdrawn release is still known to everybody. */
  readonly status: 'prepared' | 'released' | 'rejected' | 'withdrawn';
  readonly preparedBy: string;
  readonly preparedOn: Day;
  readonly releasedOn?: Day;
  /** SHA-256, hex, of its files in the order of their names; once it is released. */
  readonly filesSha256?: string;
}

/** A figure that is public and did not come from here. */
export interface PublicFigure {
  readonly measure: string;
  readonly year: number;
  /** What it counts: for each breakdown the codes; everything without any. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** The same number twice where it is exact; what it is rounded from lies between them. */
  readonly low: number;
  readonly high: number;
  readonly source: (typeof figureSources)[number];
  /** The day on which it was published, where that is known. */
  readonly publishedOn?: Day;
}

export const figureSources = [
  'strategy',
  'press-release',
  'report',
  'answer-to-parliament',
] as const;
