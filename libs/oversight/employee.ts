import { act, type AnyDecider, type DomainEvent } from '@sikkerby/kernel';

/** What an employee may see besides what their role lets them: the districts they work for. */
export interface Employee {
  readonly districts: readonly string[];
}

export type DistrictGranted = DomainEvent<'oversight.district-granted.v1', InDistrict>;
export type DistrictEnded = DomainEvent<'oversight.district-ended.v1', InDistrict>;

interface InDistrict {
  /** Account name at work. */
  readonly user: string;
  readonly district: string;
}

const anybody = (employee: Employee) => employee;

/** One stream for each employee, under `employeeId` of their account name. */
export const employee = {
  programme: 'oversight',
  category: 'oversight_employee',
  initialState: { districts: [] } as Employee,
  evolve: {
    'oversight.district-granted.v1': (state: Employee, { data }: DistrictGranted): Employee => ({
      ...state,
      districts: [...state.districts, data.district],
    }),
    'oversight.district-ended.v1': (state: Employee, { data }: DistrictEnded): Employee => ({
      ...state,
      districts: state.districts.filter((district) => district !== data.district),
    }),
  },
  acts: {
    'grant-district': act<Employee, InDistrict, DistrictGranted, Employee>(
      anybody,
      ({ districts }, { data: { user, district }, occurredOn }) =>
        districts.includes(district)
          ? []
          : [{ type: 'oversight.district-granted.v1', occurredOn, data: { user, district } }],
    ),
    'end-district': act<Employee, InDistrict, DistrictEnded, Employee>(
      anybody,
      ({ districts }, { data: { user, district }, occurredOn }) =>
        districts.includes(district)
          ? [{ type: 'oversight.district-ended.v1', occurredOn, data: { user, district } }]
          : [],
    ),
  },
} as const satisfies AnyDecider;
