import { act, happened, notInTheFuture, refuseUnless, type Asked } from '@sikkerby/kernel';
import { isSmall } from '@sikkerby/reference';
import type {
  FigureRecorded,
  Files,
  HeldRevision,
  Prepare,
  ReleasePrepared,
  ReleaseRejected,
  ReleaseReleased,
  ReleaseWithdrawn,
  ReportTotals,
  RevisionHeld,
  Turned,
  whyNotReleased,
  whyWithdrawn,
} from './ledger-events.js';
import { publishedElsewhere } from '../tables/published-elsewhere.js';
import type { Draft, PublicFigure, Release } from '../releases/release.js';

export interface Ledger {
  /** In the order of their numbers, from 1. */
  readonly releases: readonly Release[];
  /** Likewise; those before the system began come first. */
  readonly figures: readonly PublicFigure[];
  readonly held: readonly HeldRevision[];
  /** Whether something became public since the release was prepared that waits for a decision. */
  readonly isOutdated: boolean;
}

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

const isRecorded = ({ figures }: Ledger, figure: PublicFigure) =>
  figures.some((one) => told(one) === told(figure));

/** Whether the total would tell of a few persons beside what was published of it last. */
function isSmallChange(
  { releases, figures }: Ledger,
  { measure, year, low }: PublicFigure,
): boolean {
  const out = releases.findLast((one) => one.year === year && isOut(one));
  const shown = out?.tables.find((one) => one.measure === measure)?.values[0];
  const ours = figures.filter(
    (one) => one.source === 'report' && one.measure === measure && one.year === year,
  );
  const known = [shown, ...ours.map((one) => one.low)];
  return known.some((one) => typeof one === 'number' && isSmall(Math.abs(one - low)));
}

const initialState: Ledger = {
  releases: [],
  figures: publishedElsewhere,
  held: [],
  isOutdated: false,
};

/** Everything that was ever published, by us and by others: one for the whole house. */
export const ledger = {
  programme: 'publication',
  category: 'publication_ledger',
  initialState,
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
        const isRevision =
          ofYear.some(isOut) ||
          state.figures.some((one) => one.year === year && one.source === 'report');
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
    'record-report': act<Ledger, ReportTotals, FigureRecorded, Ledger>(
      (state) => state,
      (state, command: Asked<ReportTotals>) => {
        const { figures } = command.data;
        const differing = figures.filter((figure) => isSmallChange(state, figure));
        refuseUnless(differing.length === 0, 'a-report-differs-by-nobody-or-by-many');
        return figures
          .filter((figure) => !isRecorded(state, figure))
          .map((figure) => happened('publication.figure-recorded.v1', command, figure));
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
        if (isRecorded(state, figure)) return [];
        return [happened('publication.figure-recorded.v1', command, figure)];
      },
    ),
  },
};
