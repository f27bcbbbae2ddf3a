import {
  act,
  notInTheFuture,
  refuseUnless,
  Rejection,
  type Act,
  type Actor,
  type AnyDecider,
  type Asked,
  type DomainEvent,
} from '@sikkerby/kernel';

/** Whose erasure it is: the programme's own reference of the person. */
export interface ErasedPerson {
  readonly programme: string;
  readonly subject: string;
}

export const erasureGrounds = ['period-is-over', 'asked-by-the-person', 'registered-in-error'];
export const holdGrounds = ['complaint', 'court-case', 'supervision', 'subject-access'];
export const liftReasons = ['ground-is-gone', 'placed-in-error'];

/** How far it is. After the approval there is no way back. */
export type PersonErasure = Holds &
  (
    | { readonly status: 'not-asked-for' | 'withdrawn' }
    | { readonly status: 'requested'; readonly person: ErasedPerson; readonly requestedBy: string }
    | ApprovedErasure
  );
interface ApprovedErasure {
  readonly status: 'approved' | 'shredded' | 'finalised';
  readonly person: ErasedPerson;
}
interface Holds {
  /** Each ground on which it was ever held; false once it is lifted. */
  readonly holds: Readonly<Record<string, boolean>>;
}

type Of<Name extends string, Data extends object = ErasedPerson> = DomainEvent<
  `erasure.${Name}.v1`,
  Data
>;
export type ErasureRequested = Of<
  'erasure-requested',
  OnGround & {
    /** Account name at work. */
    readonly requestedBy: string;
  }
>;
export type ErasureWithdrawn = Of<'erasure-withdrawn'>;
/** Retention rule, legal holds and a second pair of eyes let it through. */
export type ErasureApproved = Of<'erasure-approved'>;
/** Their texts, key and record are gone, and the ledger says so. */
export type PersonShredded = Of<'person-shredded'>;
/** The key-encryption key is another, so that copies of their key in backups open nothing. */
export type ErasureFinalised = Of<'erasure-finalised'>;
export type HoldPlaced = Of<'legal-hold-placed', OnGround>;
/** The reason is in the envelope. */
export type HoldLifted = Of<'legal-hold-lifted', OnGround>;

interface OnGround extends ErasedPerson {
  readonly ground: string;
}
interface Ruled {
  /** Known from the programme's own stream. */
  readonly hasRetentionRule: boolean;
}

const isApproved = (state: PersonErasure): state is Holds & ApprovedErasure =>
  ['approved', 'shredded', 'finalised'].includes(state.status);
const whom = ({ programme, subject }: ErasedPerson): ErasedPerson => ({ programme, subject });

function approved(state: PersonErasure): Holds & ApprovedErasure {
  if (!isApproved(state)) throw new Rejection('an-erasure-is-approved-before-it-is-done');
  return state;
}

function asked(state: PersonErasure): Exclude<PersonErasure, { status: 'not-asked-for' }> {
  if (state.status === 'not-asked-for') throw new Rejection('an-erasure-is-asked-for-first');
  return state;
}

/** An act on a day that is not to come. */
function personAct<
  Data extends ErasedPerson,
  Event extends DomainEvent,
  Narrowed extends PersonErasure,
>(
  from: (state: PersonErasure, actor: Actor) => Narrowed,
  decide: (state: Narrowed, command: Asked<Data>) => readonly Event[],
): Act<PersonErasure, Data, Event> {
  return act(from, (state: Narrowed, command: Asked<Data>) => {
    notInTheFuture(command.occurredOn, command);
    return decide(state, command);
  });
}

function letThrough({ holds }: PersonErasure, { hasRetentionRule }: Ruled): void {
  refuseUnless(hasRetentionRule, 'a-programme-has-a-retention-rule-before-anybody-is-erased');
  refuseUnless(!Object.values(holds).includes(true), 'nobody-is-erased-under-a-legal-hold');
}

const evolve = {
  'erasure.erasure-requested.v1': ({ holds }: Holds, { data }: ErasureRequested) => ({
    ...{ status: 'requested' as const, holds, person: whom(data) },
    requestedBy: data.requestedBy,
  }),
  'erasure.erasure-withdrawn.v1': ({ holds }: Holds) => ({ status: 'withdrawn' as const, holds }),
  'erasure.erasure-approved.v1': ({ holds }: Holds, { data }: ErasureApproved) => ({
    ...{ status: 'approved' as const, holds, person: whom(data) },
  }),
  'erasure.person-shredded.v1': ({ holds }: Holds, { data }: PersonShredded) => ({
    ...{ status: 'shredded' as const, holds, person: whom(data) },
  }),
  'erasure.erasure-finalised.v1': ({ holds }: Holds, { data }: ErasureFinalised) => ({
    ...{ status: 'finalised' as const, holds, person: whom(data) },
  }),
  'erasure.legal-hold-placed.v1': (state: PersonErasure, { data }: HoldPlaced): PersonErasure => ({
    ...state,
    holds: { ...state.holds, [data.ground]: true },
  }),
  'erasure.legal-hold-lifted.v1': (state: PersonErasure, { data }: HoldLifted): PersonErasure => ({
    ...state,
    holds: { ...state.holds, [data.ground]: false },
  }),
};

const acts = {
  'request-erasure': personAct(
    (state: PersonErasure) => state,
    (state, { data, occurredOn, actor }: Asked<OnGround & Ruled>) => {
      if (state.status === 'requested' || isApproved(state)) return [];
      letThrough(state, data);
      const requested = { ...whom(data), ground: data.ground, requestedBy: actor.user };
      return [{ type: 'erasure.erasure-requested.v1', occurredOn, data: requested }];
    },
  ),
  'withdraw-erasure': personAct(
    (state: PersonErasure) => {
      refuseUnless(!isApproved(state), 'an-approved-erasure-is-not-withdrawn');
      return asked(state);
    },
    (state, { data, occurredOn }: Asked<ErasedPerson>) =>
      state.status === 'requested'
        ? [{ type: 'erasure.erasure-withdrawn.v1', occurredOn, data: whom(data) }]
        : [],
  ),
  'approve-erasure': personAct(
    (state: PersonErasure, { user }) => {
      const before = asked(state);
      if (isApproved(before)) return before;
      refuseUnless(before.status === 'requested', 'an-erasure-is-asked-for-first');
      refuseUnless(before.requestedBy !== user, 'nobody-approves-an-erasure-they-asked-for');
      return before;
    },
    (state, { data, occurredOn }: Asked<ErasedPerson & Ruled>) => {
      if (isApproved(state)) return [];
      letThrough(state, data);
      return [{ type: 'erasure.erasure-approved.v1', occurredOn, data: whom(data) }];
    },
  ),
  'record-shredding': act(approved, ({ status, person }, { occurredOn }: Asked<object>) =>
    status === 'approved' ? [{ type: 'erasure.person-shredded.v1', occurredOn, data: person }] : [],
  ),
  'finalise-erasure': act(
    (state: PersonErasure) => {
      const before = approved(state);
      refuseUnless(before.status !== 'approved', 'a-person-is-shredded-before-it-is-final');
      return before;
    },
    ({ status, person }, { occurredOn }: Asked<object>) =>
      status === 'shredded'
        ? [{ type: 'erasure.erasure-finalised.v1', occurredOn, data: person }]
        : [],
  ),
  'place-legal-hold': personAct(
    (state: PersonErasure) => {
      refuseUnless(!isApproved(state), 'whose-erasure-is-approved-is-not-held');
      return state;
    },
    ({ holds }, { data, occurredOn }: Asked<OnGround>) => {
      const { ground } = data;
      if (holds[ground]) return [];
      const held = { ...whom(data), ground };
      return [{ type: 'erasure.legal-hold-placed.v1', occurredOn, data: held }];
    },
  ),
  'lift-legal-hold': personAct(
    (state: PersonErasure) => state,
    ({ holds }, { data, occurredOn }: Asked<OnGround & { readonly reason: string }>) => {
      const { ground, reason } = data;
      refuseUnless(holds[ground] !== undefined, 'a-legal-hold-is-placed-before-it-is-lifted');
      if (!holds[ground]) return [];
      const lifted = { ...whom(data), ground };
      return [{ type: 'erasure.legal-hold-lifted.v1', occurredOn, data: lifted, reason }];
    },
  ),
};

const initialState: PersonErasure = { status: 'not-asked-for', holds: {} };

/** Erasing a person from a programme: asked for, approved by another, shredded, finalised. */
export const personErasure = {
  programme: 'erasure',
  category: 'erasure_person',
  initialState,
  evolve,
  acts,
} as const satisfies AnyDecider;
