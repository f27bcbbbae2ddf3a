import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  correcting,
  together,
  voiding,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  type Asked,
  type UnitState,
} from '@sikkerby/case-kit';
import type { Assignment, Employer } from './street-outreach.js';

/** When on the day: the team is out in the evening and at night too. */
export const shiftTimes = ['day', 'evening', 'night'] as const;
export type ShiftTime = (typeof shiftTimes)[number];

/** One worker's shift on the street in one district, and what came of it, in numbers only. */
export interface Shift {
  readonly status: 'held';
  /** The day of the shift. */
  readonly beganOn: Day;
  readonly district: District;
  readonly time: ShiftTime;
  /** Whose shift, as the assignment had it when the shift was recorded. */
  readonly employee: string;
  readonly employer: Employer;
  /** How many contacts with young people; one of them may have several. */
  readonly contacts: number;
  /** How many were helped on to a club, an association or a leisure job. */
  readonly toClub: number;
  readonly toAssociation: number;
  readonly toLeisureJob: number;
}

type Told = Pick<
  Shift,
  'district' | 'time' | 'contacts' | 'toClub' | 'toAssociation' | 'toLeisureJob'
>;
/** The day of the event is the day of the shift. */
export type ShiftHeld = DomainEvent<
  'street-outreach.shift-held.v1',
  Told & Pick<Shift, 'employee' | 'employer'> & { readonly assignment: string }
>;
type RecordShift = Told & {
  readonly assignment: string;
  readonly assignmentIs: UnitState<Assignment>;
};

const shift = kindOf<Shift>()('street-outreach', 'shift');
const repairs = together(
  correcting(
    shift,
    [
      ...(['beganOn', 'district', 'time', 'employee', 'employer'] as const),
      ...(['contacts', 'toClub', 'toAssociation', 'toLeisureJob'] as const),
    ],
    bridgesAreContacts,
  ),
  voiding(shift),
);

function bridgesAreContacts(told: Omit<Told, 'district' | 'time'>): void {
  const bridges = told.toClub + told.toAssociation + told.toLeisureJob;
  refuseUnless(bridges <= told.contacts, 'a-bridge-is-built-for-somebody-who-was-met');
}

/** The assignment, when it goes on on the day. @throws Rejection */
function onTheDay(assignment: UnitState<Assignment>, day: Day): Assignment {
  const isThere = assignment.status === 'at-work' || assignment.status === 'ended';
  refuseUnless(isThere, 'a-shift-is-of-a-worker-who-was-assigned');
  const covers = assignment.episodes.some(({ from, to = day }) => from <= day && day <= to);
  refuseUnless(covers, 'a-shift-lies-on-a-day-of-the-assignment');
  return assignment;
}

/** A shift on the street. */
export const outreachShift = decider(shift, {
  category: 'street_outreach_shift',
  initialState: nothingYet,
  acts: {
    'record-shift': beginning(shift, (command: Asked<RecordShift>) => {
      const { district, time, contacts, toClub, toAssociation, toLeisureJob } = command.data;
      const { assignment, assignmentIs } = command.data;
      const { employee, employer } = onTheDay(assignmentIs, command.occurredOn);
      bridgesAreContacts(command.data);
      const met = { contacts, toClub, toAssociation, toLeisureJob };
      const data = { assignment, employee, employer, district, time, ...met };
      return [happened('street-outreach.shift-held.v1', command, data)];
    }),
    ...repairs.acts,
  },
  evolve: {
    'street-outreach.shift-held.v1': (_: unknown, { occurredOn, data }: ShiftHeld): Shift => {
      const { employee, employer, district, time } = data;
      const { contacts, toClub, toAssociation, toLeisureJob } = data;
      return {
        ...{ status: 'held', beganOn: occurredOn },
        ...{ employee, employer, district, time, contacts, toClub, toAssociation, toLeisureJob },
      };
    },
    ...repairs.steps,
  },
  homeOf,
});
