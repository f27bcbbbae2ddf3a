import {
  act,
  refuseUnless,
  type AnyDecider,
  type Command,
  type DomainEvent,
} from '@sikkerby/kernel';

/** How long a programme keeps what it knows about a person, by whose decision. */
export interface RetentionRule {
  readonly programme: string;
  /** Whole years since the anchor. */
  readonly years: number;
  /** The type of event that the period begins with, such as `youth-concern.case-closed.v1`. */
  readonly anchor: string;
  /** Code name of the authority that decided it. */
  readonly authority: string;
}

/** Nobody may be erased from a programme before; set again it replaces the one before it. */
export type RetentionRuleSet = DomainEvent<'erasure.retention-rule-set.v1', RetentionRule>;

/** One stream for each programme. */
export type Retention = RetentionRule | { readonly programme: undefined };

interface SetRule extends RetentionRule {
  /** Every type of event of the programme. */
  readonly anchors: readonly string[];
}

const ruleOf = ({ programme, years, anchor, authority }: RetentionRule): RetentionRule => ({
  ...{ programme, years, anchor, authority },
});

const initialState: Retention = { programme: undefined };

export const retentionRule = {
  programme: 'erasure',
  category: 'erasure_retention',
  initialState,
  evolve: {
    'erasure.retention-rule-set.v1': (_: Retention, { data }: RetentionRuleSet): Retention =>
      ruleOf(data),
  },
  acts: {
    'set-retention-rule': act(
      (state: Retention) => state,
      (state, { data, occurredOn }: Command<string, SetRule>) => {
        const isOfTheProgramme = data.anchors.includes(data.anchor);
        refuseUnless(isOfTheProgramme, 'a-retention-period-begins-with-an-event-of-the-programme');
        const rule = ruleOf(data);
        const isSo =
          state.programme !== undefined &&
          state.years === rule.years &&
          state.anchor === rule.anchor &&
          state.authority === rule.authority;
        return isSo ? [] : [{ type: 'erasure.retention-rule-set.v1', occurredOn, data: rule }];
      },
    ),
  },
} as const satisfies AnyDecider;
