import {
  act,
  refuseUnless,
  yearSpan,
  type AnyDecider,
  type Day,
  type DomainEvent,
  type Position,
} from '@sikkerby/kernel';

/** `preliminary` while the year may still change, `final` once, a `revision` each time after that. */
export const statementKinds = ['preliminary', 'final', 'revision'] as const;
export type StatementKind = (typeof statementKinds)[number];

export const whyRejected = ['figure-looks-wrong', 'data-missing', 'frozen-too-early'] as const;

/** Everything that a statement follows from: with it the same bytes come out again, years later. */
export interface Pin {
  readonly year: number;
  /** Position of the log up to which everything counts, and when that was recorded (ISO 8601, UTC). */
  readonly cut: Position;
  readonly cutAt: string;
  readonly measures: readonly { readonly id: string; readonly version: number }[];
  /** SHA-256, hex: of the code that counted, and of the reference data as known at the cut. */
  readonly codeSha256: string;
  readonly referenceSha256: string;
  /** SHA-256, hex, of the statement's canonical bytes. */
  readonly sha256: string;
}

/** A year's figures as they stood at a cut. */
export interface Statement extends Pin {
  /** Of those of its year, from 1. */
  readonly number: number;
  readonly kind: StatementKind;
  readonly status: 'frozen' | 'approved' | 'rejected';
  readonly frozenBy: string;
  readonly frozenOn: Day;
}

type State = readonly Statement[];

interface Freeze extends Pin {
  readonly kind: StatementKind;
}
interface Frozen extends Freeze, Named {
  readonly frozenBy: string;
}
interface Named {
  readonly number: number;
}
interface Reject extends Named {
  readonly reason: (typeof whyRejected)[number];
}

type Of<Name extends string, Data extends object> = DomainEvent<
  `statistics.statement-${Name}.v1`,
  Data
>;
/** The figures of the year as they stood at the cut; nothing recorded later changes them (R11). */
export type StatementFrozen = Of<'frozen', Frozen>;
/** From now on it may be quoted. */
export type StatementApproved = Of<'approved', Named>;
/** It is never used; its number is not given again. */
export type StatementRejected = Of<'rejected', Reject>;

const decided = (state: State, number: number, status: Statement['status']): State =>
  state.map((one) => (one.number === number ? { ...one, status } : one));

const initialState: State = [];

/** The statements of one year: frozen by one, approved by another, and never changed. */
export const statements = {
  programme: 'statistics',
  category: 'statistics_statements',
  initialState,
  evolve: {
    'statistics.statement-frozen.v1': (
      state: State,
      { data, occurredOn }: StatementFrozen,
    ): State => [...state, { ...data, status: 'frozen', frozenOn: occurredOn }],
    'statistics.statement-approved.v1': (state: State, { data }: StatementApproved): State =>
      decided(state, data.number, 'approved'),
    'statistics.statement-rejected.v1': (state: State, { data }: StatementRejected): State =>
      decided(state, data.number, 'rejected'),
  },
  acts: {
    freeze: act<State, Freeze, StatementFrozen, State>(
      (state) => {
        const undecided = state.some(({ status }) => status === 'frozen');
        refuseUnless(!undecided, 'a-statement-is-decided-on-before-the-next-is-frozen');
        return state;
      },
      (state, { data, today, occurredOn, actor }) => {
        const hasFinal = state.some(
          ({ kind, status }) => kind === 'final' && status === 'approved',
        );
        if (data.kind === 'revision')
          refuseUnless(hasFinal, 'a-revision-follows-a-final-statement');
        else refuseUnless(!hasFinal, 'a-final-statement-is-followed-by-revisions-only');
        const isOver = today > yearSpan(data.year).to;
        refuseUnless(
          data.kind !== 'final' || isOver,
          'a-final-statement-is-frozen-when-the-year-is-over',
        );
        const { kind, year, cut, cutAt, measures, codeSha256, referenceSha256, sha256 } = data;
        const pin = { year, cut, cutAt, measures, codeSha256, referenceSha256, sha256 };
        const frozen = { number: state.length + 1, kind, ...pin, frozenBy: actor.user };
        return [{ type: 'statistics.statement-frozen.v1', occurredOn, data: frozen }];
      },
    ),
    approve: act<State, Named, StatementApproved, State>(
      frozenAtAll,
      (state, { data: { number }, actor, occurredOn }) => {
        const { status, frozenBy } = named(state, number);
        if (status === 'approved') return [];
        refuseUnless(status === 'frozen', 'a-rejected-statement-stays-rejected');
        refuseUnless(actor.user !== frozenBy, 'who-approves-a-statement-did-not-freeze-it');
        return [{ type: 'statistics.statement-approved.v1', occurredOn, data: { number } }];
      },
    ),
    reject: act<State, Reject, StatementRejected, State>(
      frozenAtAll,
      (state, { data: { number, reason }, occurredOn }) => {
        const { status } = named(state, number);
        if (status === 'rejected') return [];
        refuseUnless(status === 'frozen', 'an-approved-statement-stays-approved');
        return [{ type: 'statistics.statement-rejected.v1', occurredOn, data: { number, reason } }];
      },
    ),
  },
} as const satisfies AnyDecider;

function frozenAtAll(state: State): State {
  refuseUnless(state.length > 0, 'a-statement-is-frozen-first');
  return state;
}

function named(state: State, number: number): Statement {
  const found = state.find((one) => one.number === number);
  refuseUnless(found !== undefined, 'a-statement-is-frozen-first');
  return found;
}
