import {
  act,
  refuseUnless,
  type AnyDecider,
  type DomainEvent,
  type VaultText,
} from '@sikkerby/kernel';

/** What an employee may see besides what their role lets them. */
export interface Employee {
  readonly districts: readonly string[];
  /** Every glass that they broke, by its id. */
  readonly glass: Readonly<Record<string, BrokenGlass>>;
}

export interface BrokenGlass {
  readonly unit: string;
  /** Instant, UTC, ISO 8601. */
  readonly until: string;
  readonly reviewed: boolean;
}

export const reviewOutcomes = ['in-order', 'misuse'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

interface InDistrict {
  /** Account name at work. */
  readonly user: string;
  readonly district: string;
}
interface BreakGlass {
  readonly user: string;
  readonly glassId: string;
  readonly unit: string;
  readonly until: string;
  readonly reason: VaultText;
}
interface ReviewGlass {
  readonly user: string;
  readonly glassId: string;
  readonly outcome: ReviewOutcome;
  readonly note: VaultText;
}

type Of<Name extends string, Data extends object> = DomainEvent<`oversight.${Name}`, Data>;
export type DistrictGranted = Of<'district-granted.v1', InDistrict>;
export type DistrictEnded = Of<'district-ended.v1', InDistrict>;
export type GlassBroken = Of<'glass-broken.v1', BreakGlass>;
export type GlassReviewed = Of<'glass-reviewed.v1', ReviewGlass>;

const anybody = (employee: Employee) => employee;

const initialState: Employee = { districts: [], glass: {} };

/** One stream for each employee, under `employeeId` of their account name. */
export const employee = {
  programme: 'oversight',
  category: 'oversight_employee',
  initialState,
  evolve: {
    'oversight.district-granted.v1': (state: Employee, { data }: DistrictGranted): Employee => ({
      ...state,
      districts: [...state.districts, data.district],
    }),
    'oversight.district-ended.v1': (state: Employee, { data }: DistrictEnded): Employee => ({
      ...state,
      districts: state.districts.filter((district) => district !== data.district),
    }),
    'oversight.glass-broken.v1': (state: Employee, { data }: GlassBroken): Employee => {
      const { glassId, unit, until } = data;
      return { ...state, glass: { ...state.glass, [glassId]: { unit, until, reviewed: false } } };
    },
    'oversight.glass-reviewed.v1': (state: Employee, { data }: GlassReviewed): Employee => {
      const broken = state.glass[data.glassId];
      if (!broken) return state;
      return { ...state, glass: { ...state.glass, [data.glassId]: { ...broken, reviewed: true } } };
    },
  },
  acts: {
    'grant-district': act<Employee, InDistrict, DistrictGranted, Employee>(
      anybody,
      ({ districts }, { data: { user, district }, occurredOn, actor }) => {
        refuseUnless(actor.user !== user, 'nobody-grants-themselves-a-district');
        if (districts.includes(district)) return [];
        return [{ type: 'oversight.district-granted.v1', occurredOn, data: { user, district } }];
      },
    ),
    'end-district': act<Employee, InDistrict, DistrictEnded, Employee>(
      anybody,
      ({ districts }, { data: { user, district }, occurredOn }) =>
        districts.includes(district)
          ? [{ type: 'oversight.district-ended.v1', occurredOn, data: { user, district } }]
          : [],
    ),
    'break-glass': act<Employee, BreakGlass, GlassBroken, Employee>(
      (state) => {
        const isReviewed = Object.values(state.glass).every(({ reviewed }) => reviewed);
        refuseUnless(isReviewed, 'an-unreviewed-break-glass-blocks-the-next');
        return state;
      },
      (_, { data: { user, glassId, unit, until, reason }, occurredOn }) => [
        {
          type: 'oversight.glass-broken.v1',
          occurredOn,
          data: { user, glassId, unit, until, reason },
        },
      ],
    ),
    'review-glass': act<Employee, ReviewGlass, GlassReviewed, Employee>(
      anybody,
      ({ glass }, { data: { user, glassId, outcome, note }, occurredOn, actor }) => {
        const broken = glass[glassId];
        refuseUnless(broken !== undefined, 'a-glass-is-broken-before-it-is-reviewed');
        refuseUnless(actor.user !== user, 'nobody-reviews-their-own-break-glass');
        if (broken.reviewed) return [];
        const data = { user, glassId, outcome, note };
        return [{ type: 'oversight.glass-reviewed.v1', occurredOn, data }];
      },
    ),
  },
} as const satisfies AnyDecider;
