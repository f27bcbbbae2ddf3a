import { act, refuseUnless, type AnyDecider, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { Names, ReferenceKind } from './reference-kinds.js';

/** Something that others refer to by its code, and its names over time. It ends; it never goes. */
export interface ReferenceItem {
  readonly status: 'registered';
  readonly kind: ReferenceKind;
  readonly code: string;
  /** Code of what it lies wholly within. */
  readonly parent?: string;
  readonly validFrom: Day;
  /** Last day on which it is there. */
  readonly validTo?: Day | undefined;
  /** Codes of the same kind that came in its place: several after a split, one after a merger. */
  readonly successors: readonly string[];
  /** In the order of their days. */
  readonly names: readonly (Names & { readonly since: Day })[];
}
type State = { readonly status: 'not-registered' } | ReferenceItem;

interface Register extends Names {
  readonly kind: ReferenceKind;
  readonly code: string;
  readonly parent?: string;
  /** Whether the parent is registered. */
  readonly parentIsThere: boolean;
}
interface End {
  readonly successors: readonly string[];
  /** Whether every successor is registered. */
  readonly successorsAreThere: boolean;
}
export const whyNoEnd = ['mistyped', 'decided-otherwise'] as const;
export interface WithdrawEnd {
  readonly reason: (typeof whyNoEnd)[number];
}

type Of<Name extends string, Data extends object> = DomainEvent<`reference.item-${Name}.v1`, Data>;
/** There from the day on which it occurred. */
export type ItemRegistered = Of<'registered', Omit<Register, 'parentIsThere'>>;
/** So called from the day on which it occurred. */
export type ItemRenamed = Of<'renamed', Names>;
/** There for the last time on the day on which it occurred. */
export type ItemEnded = Of<'ended', Pick<End, 'successors'>>;
export type ItemEndWithdrawn = Of<'end-withdrawn', object>;

const registered = (state: State): ReferenceItem => {
  refuseUnless(state.status === 'registered', 'an-item-is-registered-first');
  return state;
};

const initialState: State = { status: 'not-registered' };

/** One stream for each item, under `referenceId` of its kind and code. */
export const referenceItem = {
  programme: 'reference',
  category: 'reference_item',
  initialState,
  evolve: {
    'reference.item-registered.v1': (_: State, { data, occurredOn }: ItemRegistered): State => {
      const { da, en, ...item } = data;
      const names = [{ since: occurredOn, da, en }];
      return { status: 'registered', ...item, validFrom: occurredOn, successors: [], names };
    },
    'reference.item-renamed.v1': (state: State, { data, occurredOn }: ItemRenamed): State => {
      const item = registered(state);
      const others = item.names.filter(({ since }) => since !== occurredOn);
      const names = [...others, { since: occurredOn, da: data.da, en: data.en }];
      return { ...item, names: names.sort((one, other) => (one.since < other.since ? -1 : 1)) };
    },
    'reference.item-ended.v1': (state: State, { data, occurredOn }: ItemEnded): State => ({
      ...registered(state),
      ...{ validTo: occurredOn, successors: data.successors },
    }),
    'reference.item-end-withdrawn.v1': (state: State): State => ({
      ...registered(state),
      ...{ validTo: undefined, successors: [] },
    }),
  },
  acts: {
    register: act<State, Register, ItemRegistered, State>(
      (state) => state,
      (state, { data: { parentIsThere, ...data }, occurredOn }) => {
        if (state.status === 'registered') {
          const [first] = state.names;
          const isSame =
            occurredOn === state.validFrom &&
            data.parent === state.parent &&
            data.da === first?.da &&
            data.en === first.en;
          refuseUnless(isSame, 'a-code-is-never-used-for-something-else');
          return [];
        }
        const isWhole = data.kind !== 'survey-district' || data.parent !== undefined;
        refuseUnless(isWhole, 'a-survey-district-lies-in-a-district');
        refuseUnless(data.parent === undefined || parentIsThere, 'a-parent-is-registered-first');
        return [{ type: 'reference.item-registered.v1', occurredOn, data }];
      },
    ),
    rename: act<State, Names, ItemRenamed, ReferenceItem>(
      registered,
      (item, { data: { da, en }, occurredOn }) => {
        refuseUnless(isThere(item, occurredOn), 'an-item-is-renamed-while-it-is-there');
        const now = nameOn(item, occurredOn);
        if (now.da === da && now.en === en) return [];
        return [{ type: 'reference.item-renamed.v1', occurredOn, data: { da, en } }];
      },
    ),
    end: act<State, End, ItemEnded, ReferenceItem>(
      registered,
      (item, { data: { successors, successorsAreThere }, occurredOn }) => {
        const sorted = [...new Set(successors)].sort();
        if (item.validTo !== undefined) {
          const isSame = item.validTo === occurredOn && sorted.join() === item.successors.join();
          refuseUnless(isSame, 'an-end-is-withdrawn-before-there-is-another');
          return [];
        }
        refuseUnless(occurredOn >= item.validFrom, 'an-item-ends-after-it-began');
        refuseUnless(!sorted.includes(item.code), 'an-item-does-not-succeed-itself');
        refuseUnless(successorsAreThere, 'a-successor-is-registered-first');
        return [{ type: 'reference.item-ended.v1', occurredOn, data: { successors: sorted } }];
      },
    ),
    'withdraw-end': act<State, WithdrawEnd, ItemEndWithdrawn, ReferenceItem>(
      registered,
      ({ validTo }, { data: { reason }, occurredOn }) =>
        validTo === undefined
          ? []
          : [{ type: 'reference.item-end-withdrawn.v1', occurredOn, data: {}, reason }],
    ),
  },
} as const satisfies AnyDecider;

/** The id of the item's stream. */
export function referenceId(kind: ReferenceKind, code: string): string {
  return `${kind}.${code}`;
}

/** Whether it is there on a day. */
export function isThere({ validFrom, validTo }: ReferenceItem, on: Day): boolean {
  return validFrom <= on && (validTo === undefined || on <= validTo);
}

/** What it is called on a day; before its first day what it was called then. */
export function nameOn({ names }: ReferenceItem, on: Day): Names {
  const { da, en } = names.findLast(({ since }) => since <= on) ?? names[0] ?? { da: '', en: '' };
  return { da, en };
}
