import {
  acting,
  beginningOrSame,
  decider,
  happened,
  homeInTheWholeCity,
  kindOf,
  nothingYet,
  step,
  voiding,
  type Asked,
  type Done,
} from '@sikkerby/case-kit';
import { refuseUnless, yearSpan, type Day } from '@sikkerby/kernel';
import type { RevisionReason } from './goal-observation.js';

/** How Københavns Politi judge that the gangs develop. */
export const judgements = ['positive', 'unchanged', 'negative'] as const;
export type Judgement = (typeof judgements)[number];

/** What the police say of one year. */
export interface PoliceJudgement {
  readonly status: 'judged';
  readonly beganOn: Day;
  readonly year: number;
  readonly judgement: Judgement;
}

type Of<Verb extends string, Data extends object> = Done<'goals', 'police-judgement', Verb, Data>;
export type JudgementRecorded = Of<'recorded', Pick<PoliceJudgement, 'year' | 'judgement'>>;
/** The reason is in the envelope. */
export type JudgementRevised = Of<'revised', Pick<PoliceJudgement, 'judgement'>>;

const kind = kindOf<PoliceJudgement>()('goals', 'police-judgement');
const voids = voiding(kind);

/** One stream for each year. */
export const policeJudgement = decider(kind, {
  category: 'goals_police_judgement',
  initialState: nothingYet,
  acts: {
    record: beginningOrSame(
      kind,
      'a-judgement-is-revised-with-a-reason',
      (unit, { judgement }) => unit.judgement === judgement,
      (command: Asked<JudgementRecorded['data']>) => {
        const { year, judgement } = command.data;
        const hasBegun = command.occurredOn >= yearSpan(year).from;
        refuseUnless(hasBegun, 'a-year-is-judged-once-it-has-begun');
        return [happened('goals.police-judgement-recorded.v1', command, { year, judgement })];
      },
    ),
    revise: acting(
      kind,
      (unit) => unit,
      (unit, command: Asked<JudgementRevised['data'] & { readonly reason: RevisionReason }>) => {
        const { judgement, reason } = command.data;
        if (unit.judgement === judgement) return [];
        const revised = happened('goals.police-judgement-revised.v1', command, { judgement });
        return [{ ...revised, reason }];
      },
    ),
    ...voids.acts,
  },
  evolve: {
    'goals.police-judgement-recorded.v1': (
      _: unknown,
      { occurredOn, data: { year, judgement } }: JudgementRecorded,
    ): PoliceJudgement => ({ status: 'judged', beganOn: occurredOn, year, judgement }),
    'goals.police-judgement-revised.v1': step<PoliceJudgement, JudgementRevised>(
      (unit, { data: { judgement } }) => ({ ...unit, judgement }),
    ),
    ...voids.steps,
  },
  homeOf: homeInTheWholeCity,
});

/** The words of which a judgement's id is made. */
export function judgementWords({ year }: Pick<PoliceJudgement, 'year'>): string[] {
  return ['goals', 'police-judgement', String(year)];
}
