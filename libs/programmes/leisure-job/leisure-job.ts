import { refuseUnless, type Day, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Gender,
  type Episodes,
  ending,
  reopening,
  assigning,
  correcting,
  merging,
  together,
  voiding,
  acting,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  step,
  subjectOf,
  type Asked,
} from '@sikkerby/case-kit';

export const trades = ['shop', 'kitchen', 'cleaning', 'delivery', 'office', 'outdoor'] as const;
export type Trade = (typeof trades)[number];
export const endReasons = ['season-over', 'resigned', 'dismissed', 'moved', 'too-old'] as const;
export type EndReason = (typeof endReasons)[number];
export const annulReasons = ['employer-withdrew', 'no-longer-seeking', 'no-consent'] as const;
export type AnnulReason = (typeof annulReasons)[number];
export const reopenReasons = ['new-season', 'ended-too-early'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/** From one search for a leisure job to the end of the job; a new search is a new match. */
export interface Match {
  readonly status: 'seeking' | 'proposed' | 'matched' | 'started' | 'ended' | 'annulled';
  readonly beganOn: Day;
  readonly subject: string;
  readonly district: District;
  readonly gender: Gender;
  readonly wishes: readonly Trade[];
  readonly assignedTo?: string;
  /** By its code name. */
  readonly employer?: string;
  readonly trade?: Trade;
  /** When the employer is to answer, or once there is a match, the job to start. */
  readonly dueOn?: Day;
  /** The day on which the match counts, where they lived then and how old they were (R14). */
  readonly matchedOn?: Day;
  readonly districtAtMatch?: District;
  readonly ageAtMatch?: number;
  /** The days in the job, and in each later season of it. */
  readonly episodes?: Episodes;
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `leisure-job.${Done}.v1`,
  Data
>;
export type SeekerRecorded = Of<
  'seeker-recorded',
  Pick<Match, 'subject' | 'district' | 'gender' | 'wishes'> & { readonly description: VaultText }
>;
export type Proposed = Of<
  'match-proposed',
  { readonly employer: string; readonly trade: Trade; readonly answerBy: Day }
>;
/** The day of the event is the day on which the match counts. */
export type Made = Of<
  'match-made',
  { readonly district: District; readonly ageAtMatch: number; readonly startsOn: Day }
>;
/** The first day in the job. */
export type Started = Of<'match-started'>;
/** The last day in the job. */
export type Ended = Of<'match-ended', { readonly reason: EndReason }>;
/** Nothing came of it: it counts nowhere. */
export type Annulled = Of<'match-annulled', { readonly reason: AnnulReason }>;

interface MatchWith {
  readonly subject: string;
  readonly district: District;
  readonly age: number;
  readonly startsOn: Day;
}

const match = kindOf<Match>()('leisure-job', 'match');
const oldEnough = (age: number): void => {
  refuseUnless(age >= 13, 'nobody-under-13-has-a-leisure-job');
};
const repairs = together(
  ending(match, 'end', 'ended'),
  assigning(match),
  voiding(match),
  merging(match),
  reopening(match, 'started'),
  correcting(
    match,
    ['district', 'employer', 'trade', 'matchedOn', 'districtAtMatch', 'ageAtMatch'],
    ({ beganOn, matchedOn = beganOn, episodes, ageAtMatch }) => {
      refuseUnless(matchedOn >= beganOn, 'a-match-is-made-after-the-search-began');
      refuseUnless((episodes?.[0].from ?? matchedOn) >= matchedOn, 'a-job-starts-after-the-match');
      if (ageAtMatch !== undefined) oldEnough(ageAtMatch);
    },
  ),
);

const notAnnulled = (unit: Match): Match => {
  refuseUnless(unit.status !== 'annulled', 'an-annulled-match-is-sought-anew');
  return unit;
};

const notStarted = (unit: Match): Match => {
  refuseUnless(!unit.episodes, 'a-job-that-was-started-is-ended-and-not-annulled');
  return unit;
};

/** A young person's way to a leisure job: what they wish, what is proposed, the match, the job. */
export const leisureJob = decider(match, {
  category: 'leisure_job',
  initialState: nothingYet,
  acts: {
    'record-seeker': beginning(match, (command: Asked<SeekerRecorded['data']>) => {
      const { subject, district, gender, description } = command.data;
      const wishes = [...new Set(command.data.wishes)].sort();
      const data = { subject, district, gender, wishes, description };
      return [happened('leisure-job.seeker-recorded.v1', command, data)];
    }),
    propose: acting(match, notAnnulled, (unit, command: Asked<Proposed['data']>) => {
      const { employer, trade, answerBy } = command.data;
      refuseUnless(!unit.matchedOn, 'a-proposal-comes-before-the-match');
      const isSame = unit.employer === employer && unit.trade === trade && unit.dueOn === answerBy;
      if (isSame) return [];
      refuseUnless(answerBy >= command.occurredOn, 'an-employer-answers-after-the-proposal');
      return [happened('leisure-job.match-proposed.v1', command, { employer, trade, answerBy })];
    }),
    match: acting(match, notAnnulled, (unit, command: Asked<MatchWith>) => {
      if (unit.matchedOn) return [];
      const { subject, district, age: ageAtMatch, startsOn } = command.data;
      refuseUnless(unit.status === 'proposed', 'a-job-is-proposed-before-the-match');
      refuseUnless(subject === unit.subject, 'a-match-is-made-for-the-one-who-seeks');
      oldEnough(ageAtMatch);
      refuseUnless(startsOn >= command.occurredOn, 'a-job-starts-after-the-match');
      const data = { district, ageAtMatch, startsOn };
      return [happened('leisure-job.match-made.v1', command, data)];
    }),
    start: acting(match, notAnnulled, (unit, command: Asked<object>) => {
      if (unit.episodes) return [];
      const { matchedOn } = unit;
      const isMatched = matchedOn !== undefined && command.occurredOn >= matchedOn;
      refuseUnless(isMatched, 'a-job-starts-after-the-match');
      return [happened('leisure-job.match-started.v1', command, {})];
    }),
    annul: acting(match, notStarted, (unit, command: Asked<Annulled['data']>) => {
      if (unit.status === 'annulled') return [];
      const { reason } = command.data;
      return [happened('leisure-job.match-annulled.v1', command, { reason })];
    }),
    ...repairs.acts,
  },
  evolve: {
    'leisure-job.seeker-recorded.v1': (_: unknown, { occurredOn, data }: SeekerRecorded): Match => {
      const { subject, district, gender, wishes } = data;
      return { status: 'seeking', beganOn: occurredOn, subject, district, gender, wishes };
    },
    'leisure-job.match-proposed.v1': step<Match, Proposed>((unit, { data }) => {
      const { employer, trade, answerBy: dueOn } = data;
      return { ...unit, status: 'proposed', employer, trade, dueOn };
    }),
    'leisure-job.match-made.v1': step<Match, Made>((unit, { occurredOn, data }) => {
      const { district: districtAtMatch, ageAtMatch, startsOn: dueOn } = data;
      const made = { matchedOn: occurredOn, districtAtMatch, ageAtMatch, dueOn };
      return { ...unit, status: 'matched', ...made };
    }),
    'leisure-job.match-started.v1': step<Match, Started>((unit, { occurredOn }) => ({
      ...unit,
      ...{ status: 'started', episodes: [{ from: occurredOn, to: undefined }] },
    })),
    'leisure-job.match-annulled.v1': step<Match, Annulled>((unit) => ({
      ...unit,
      status: 'annulled',
    })),
    ...repairs.steps,
  },
  homeOf,
  subjectOf,
});
