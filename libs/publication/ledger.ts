import {
  act,
  happened,
  notInTheFuture,
  refuseUnless,
  type Asked,
  type DomainEvent,
} from '@sikkerby/kernel';
import { publishedElsewhere } from './published-elsewhere.js';
import type { Draft, Openings, PublicFigure, Release } from './release.js';

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

export interface Ledger {
  /** In the order of their numbers, from 1. */
  readonly releases: readonly Release[];
  /** Likewise; those before the system began come first. */
  readonly figures: readonly PublicFigure[];
  readonly held: readonly HeldRevision[];
  /** Whether something became public since the release was prepared that waits for a decision. */
  readonly isOutdated: boolean;
}

interface Numbered {
  readonly number: number;
}
interface Files extends Numbered {
  /** SHA-256, hex, of the files in the order of their names. */
  readonly filesSha256: string;
}
interface Prepare extends Draft, Openings {
  readonly statementIs: 'frozen' | 'approved' | 'rejected';
}
interface Prepared extends Draft, Numbered {
  readonly preparedBy: string;
}
interface Turned<Reason> extends Numbered {
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

const marked = (
  ledger: Ledger,
  number: number,
  changed: Partial<Release> & Pick<Release, 'status'>,
): Ledger => ({
  ...ledger,
  releases: ledger.releases.map((one) => (one.number === number ? { ...one, ...changed } : one)),
});
const undecided = ({ releases }: Ledger) => releases.find(({ status }) => status === 'prepared');
/** Everybody may have seen it. */
export const isOut = ({ status }: Release) => status === 'released' || status === 'withdrawn';

/** It waits, or it is published: the same statement is not prepared again. */
export const isStanding = ({ status }: Release) => status === 'prepared' || status === 'released';

/** The release of that number. @throws Rejection */
function named({ releases }: Ledger, number: number): Release {
  const found = releases.find((one) => one.number === number);
  refuseUnless(found !== undefined, 'a-release-is-prepared-first');
  return found;
}

/** What the command brought along for the rules stays outside. */
function draftOf({ year, statement, tables, certificate, untrue }: Draft): Draft {
  return { year, statement, tables, certificate, untrue };
}

/** A figure in one piece, to compare it by. */
function told({ measure, year, codes, low, high, source }: PublicFigure): string {
  const counted = Object.entries(codes).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([measure, year, counted, low, high, source]);
}

/** Everything that was ever published, by us and by others: one for the whole house. */
export const ledger = {
  programme: 'publication',
  category: 'publication_ledger',
  initialState: {
    releases: [],
    figures: publishedElsewhere,
    held: [],
    isOutdated: false,
  } as Ledger,
  evolve: {
    'publication.release-prepared.v1': (
      state: Ledger,
      { data, occurredOn }: ReleasePrepared,
    ): Ledger => ({
      ...state,
      releases: [...state.releases, { ...data, status: 'prepared', preparedOn: occurredOn }],
      isOutdated: false,
    }),
    'publication.release-released.v1': (
      state: Ledger,
      { data, occurredOn }: ReleaseReleased,
    ): Ledger =>
      marked(state, data.number, {
        ...{ status: 'released', releasedOn: occurredOn, filesSha256: data.filesSha256 },
      }),
    'publication.release-rejected.v1': (state: Ledger, { data }: ReleaseRejected): Ledger =>
      marked(state, data.number, { status: 'rejected' }),
    'publication.release-withdrawn.v1': (state: Ledger, { data }: ReleaseWithdrawn): Ledger =>
      marked(state, data.number, { status: 'withdrawn' }),
    'publication.revision-held.v1': (state: Ledger, { data }: RevisionHeld): Ledger => ({
      ...state,
      held: [...state.held, data],
    }),
    'publication.figure-recorded.v1': (state: Ledger, { data }: FigureRecorded): Ledger => ({
      ...state,
      figures: [...state.figures, data],
      isOutdated: true,
    }),
  },
  acts: {
    prepare: act<Ledger, Prepare, ReleasePrepared | RevisionHeld, Ledger>(
      (state) => state,
      (state, command: Asked<Prepare>) => {
        const { statementIs, opened, smallChanges, ...draft } = command.data;
        notInTheFuture(command.occurredOn, command);
        const { year, statement } = draft;
        const ofYear = state.releases.filter((one) => one.year === year);
        const isSame = (one: { statement: number; year: number }) =>
          one.statement === statement && one.year === year;
        if (ofYear.some((one) => isSame(one) && isStanding(one))) return [];
        refuseUnless(!undecided(state), 'a-release-is-decided-on-before-the-next-is-prepared');
        refuseUnless(statementIs === 'approved', 'what-is-published-was-approved-first');
        const isRevision = ofYear.some(isOut);
        if (opened.length === 0 && smallChanges.length === 0) {
          const number = state.releases.length + 1;
          const prepared = { ...draftOf(draft), number, preparedBy: command.actor.user };
          return [happened('publication.release-prepared.v1', command, prepared)];
        }
        refuseUnless(isRevision, 'what-the-attacker-opens-is-not-published');
        if (state.held.some(isSame)) return [];
        const held = { year, statement, opened, smallChanges };
        return [happened('publication.revision-held.v1', command, held)];
      },
    ),
    release: act<Ledger, Files, ReleaseReleased, Ledger>(
      (state) => state,
      (state, command: Asked<Files>) => {
        const { status, preparedBy, number } = named(state, command.data.number);
        notInTheFuture(command.occurredOn, command);
        if (status === 'released') return [];
        refuseUnless(status === 'prepared', 'what-was-turned-down-is-prepared-anew');
        refuseUnless(command.actor.user !== preparedBy, 'who-releases-did-not-prepare-it');
        refuseUnless(!state.isOutdated, 'what-became-public-since-is-attacked-first');
        const { filesSha256 } = command.data;
        return [happened('publication.release-released.v1', command, { number, filesSha256 })];
      },
    ),
    reject: act<Ledger, Turned<(typeof whyNotReleased)[number]>, ReleaseRejected, Ledger>(
      (state) => state,
      (state, command: Asked<Turned<(typeof whyNotReleased)[number]>>) => {
        const { status, number } = named(state, command.data.number);
        if (status === 'rejected') return [];
        refuseUnless(status === 'prepared', 'what-is-out-is-withdrawn');
        const { reason } = command.data;
        return [happened('publication.release-rejected.v1', command, { number, reason })];
      },
    ),
    withdraw: act<Ledger, Turned<(typeof whyWithdrawn)[number]>, ReleaseWithdrawn, Ledger>(
      (state) => state,
      (state, command: Asked<Turned<(typeof whyWithdrawn)[number]>>) => {
        const { status, number } = named(state, command.data.number);
        if (status === 'withdrawn') return [];
        refuseUnless(status === 'released', 'only-what-is-out-is-withdrawn');
        const { reason } = command.data;
        return [happened('publication.release-withdrawn.v1', command, { number, reason })];
      },
    ),
    'record-figure': act<Ledger, PublicFigure, FigureRecorded, Ledger>(
      (state) => state,
      (state, command: Asked<PublicFigure>) => {
        const { measure, year, codes, low, high, source, publishedOn } = command.data;
        const figure = {
          measure,
          year,
          codes,
          low,
          high,
          source,
          ...(publishedOn && { publishedOn }),
        };
        refuseUnless(low <= high, 'the-least-is-not-more-than-the-most');
        const isKnown = state.figures.some((one) => told(one) === told(figure));
        if (isKnown) return [];
        return [happened('publication.figure-recorded.v1', command, figure)];
      },
    ),
  },
};
