import { act, Rejection, type DomainEvent, type Decider, type VaultText } from '@sikkerby/kernel';

/** A street lamp: the smallest unit that has a home, a rule and a text. */
export interface Lamp {
  readonly district?: string;
  readonly brightness: number;
  readonly notes: readonly VaultText[];
}

type HungUp = DomainEvent<'lamp.hung-up.v1', { district: string; note: VaultText }>;
type Brightened = DomainEvent<'lamp.brightened.v1', { by: number }>;

const there = (lamp: Lamp): Lamp => {
  if (lamp.district === undefined) throw new Rejection('a-lamp-hangs-before-it-shines');
  return lamp;
};

const absent = (lamp: Lamp): Lamp => {
  if (lamp.district !== undefined) throw new Rejection('a-lamp-is-hung-up-once');
  return lamp;
};

export const lamp: Decider<Lamp> = {
  programme: 'lamp',
  category: 'lamp',
  initialState: { brightness: 0, notes: [] },
  evolve: {
    'lamp.hung-up.v1': (state: Lamp, { data }: HungUp): Lamp => ({
      ...state,
      district: data.district,
      notes: [...state.notes, data.note],
    }),
    'lamp.brightened.v1': (state: Lamp, { data }: Brightened): Lamp => ({
      ...state,
      brightness: state.brightness + data.by,
    }),
  },
  acts: {
    'hang-up': act<Lamp, HungUp['data'], HungUp, Lamp>(absent, (_, { data, occurredOn }) => [
      { type: 'lamp.hung-up.v1', occurredOn, data },
    ]),
    brighten: act<Lamp, { by: number }, Brightened, Lamp>(there, (_, { data, occurredOn }) => {
      if (data.by === 0) return [];
      if (data.by > 100) throw new Rejection('a-lamp-does-not-blind-anybody');
      return [{ type: 'lamp.brightened.v1', occurredOn, data: { by: data.by } }];
    }),
  },
  homeOf: ({ district }) =>
    district === undefined
      ? undefined
      : { district, alsoDistricts: [], assignedTo: undefined, referredTo: [] },
};

/** Who hangs lamps up in their districts, and looks after them. */
export const lampPolicy = `
  @id("lamps-are-looked-after-in-their-district")
  permit (principal is User, action in [Action::"read", Action::"change"], resource is Unit)
  when { resource has district && principal.districts.contains(resource.district) };
`;
